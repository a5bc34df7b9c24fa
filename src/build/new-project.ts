import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { scaffold } from "../manifest/scaffold.js";
import type { OutputFolder } from "../write/plan-changes.js";

export interface NewProject {
  /** Paths of what was written, relative to the folder; empty when there are diagnostics. */
  readonly written: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes a rule package to begin with into a folder that does not exist, or is empty. */
export function newProject({ path, name }: OutputFolder, gatewrightVersion: string): NewProject {
  if (!isFree(path)) return { written: [], diagnostics: [diagnose("init-folder-used", { folder: name })] };
  const files = scaffold(packageName(path), gatewrightVersion);
  for (const file of files) {
    mkdirSync(dirname(join(path, file.path)), { recursive: true });
    writeFileSync(join(path, file.path), file.content);
  }
  return { written: files.map((file) => file.path), diagnostics: [] };
}

function isFree(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || (found.isDirectory() && readdirSync(path).length === 0);
}

/** The folder's name, as npm allows one. */
function packageName(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  return name === "" ? "policies" : name;
}
