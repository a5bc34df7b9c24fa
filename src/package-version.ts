import { readFileSync } from "node:fs";
import { join } from "node:path";
import { invariant } from "./ir/invariant.js";
import { packageRoot } from "./package-root.js";

/** The version of this gatewright, from its package.json. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  const version = typeof content === "object" && content !== null && "version" in content ? content.version : undefined;
  invariant(typeof version === "string", "package.json has no version");
  return version;
}
