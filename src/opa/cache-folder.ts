import { homedir, tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/**
 * Where Gatewright keeps what it can compute again: $GATEWRIGHT_CACHE, else $XDG_CACHE_HOME/gatewright, else the
 * platform's usual place. The folder need not exist. Nothing in it is ever needed: it may be deleted at any time.
 */
export function cacheFolder(): string {
  const own = process.env.GATEWRIGHT_CACHE;
  if (own) return resolve(own);
  const xdg = process.env.XDG_CACHE_HOME;
  // The XDG specification: a relative path there is to be ignored.
  if (xdg && isAbsolute(xdg)) return join(xdg, "gatewright");
  return platformFolder();
}

function platformFolder(): string {
  if (process.platform === "win32") {
    const local = process.env.LOCALAPPDATA;
    return local ? join(local, "gatewright", "Cache") : join(home(), "AppData", "Local", "gatewright", "Cache");
  }
  if (process.platform === "darwin") return join(home(), "Library", "Caches", "gatewright");
  return join(home(), ".cache", "gatewright");
}

function home(): string {
  try {
    return homedir();
  } catch {
    return tmpdir(); // a container may run as a user that the system does not know
  }
}
