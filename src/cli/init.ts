import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { diagnose } from "../diagnostics/diagnostic.js";
import { scaffold } from "../manifest/scaffold.js";
import { packageVersion } from "../package-version.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { ExitCode, Terminal } from "./terminal.js";

export function addInit(program: Command, terminal: Terminal, exit: (code: ExitCode) => void): void {
  program
    .command("init")
    .summary("begin a rule package")
    .description("Writes a rule package to begin with: a rule with fixtures, and an assignment.")
    .argument("<folder>", "a folder that does not exist yet, or is empty")
    .addHelpText(
      "after",
      `
Exit codes:
  0  the package is written
  2  the folder is not empty; nothing was written

Example:
  gatewright init my-policies`,
    )
    .action((folder: string) => exit(runInit(folder, terminal)));
}

function runInit(folder: string, terminal: Terminal): ExitCode {
  const path = resolve(terminal.cwd, folder);
  if (existsSync(path) && readdirSync(path).length > 0) {
    printDiagnostics(terminal, [diagnose("init-folder-used", { folder })]);
    return 2;
  }
  const files = scaffold(packageName(path), packageVersion());
  for (const file of files) {
    mkdirSync(dirname(join(path, file.path)), { recursive: true });
    writeFileSync(join(path, file.path), file.content);
  }
  terminal.out(`${files.map((file) => `${folder}/${file.path}`).join("\n")}\n\nNext:\n  cd ${folder}\n  npm install\n`);
  terminal.out("  npx gatewright build\n  npx gatewright verify\n");
  return 0;
}

/** The folder's name, as npm allows one. */
function packageName(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  return name === "" ? "policies" : name;
}
