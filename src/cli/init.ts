import { resolve } from "node:path";
import type { Command } from "commander";
import { newProject } from "../build/new-project.js";
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
  const project = newProject({ path: resolve(terminal.cwd, folder), name: folder }, packageVersion());
  printDiagnostics(terminal, project.diagnostics);
  if (project.diagnostics.length > 0) return 2;
  const written = project.written.map((path) => `${folder}/${path}`);
  const next = [`cd ${folder}`, "npm install", "npx gatewright build", "npx gatewright verify"].map(
    (line) => `  ${line}`,
  );
  terminal.out(`${[...written, "", "Next:", ...next].join("\n")}\n`);
  return 0;
}
