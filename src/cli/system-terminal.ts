import type { Terminal } from "./terminal.js";

/** The terminal that this process was started from. */
export function systemTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    cwd: process.cwd(),
    out: writer(stdout),
    err: writer(stderr),
    color: wantsColor(isTerminal(stdout) && isTerminal(stderr), env),
    interactive: isTerminal(stderr),
  };
}

/** `isTTY` is undefined, whatever its type says, where the stream is no terminal. */
function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true;
}

/** https://no-color.org: set and not empty. FORCE_COLOR asks for colour where there is no terminal, as in most CI. */
export function wantsColor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTerminal && env.TERM !== "dumb";
}

/** Writes until nobody reads any more, as in `gatewright build | head`; the command still ends with its own exit code. */
function writer(stream: NodeJS.WriteStream): (text: string) => void {
  let closed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  return (text) => {
    if (!closed) stream.write(text);
  };
}
