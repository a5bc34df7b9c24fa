import type { Command } from "commander";
import { type BuildOutcome, build } from "../build.js";
import { countDiagnostics, plural, printDiagnostics } from "./print-diagnostics.js";
import { type FolderOptions, findProject } from "./project-folders.js";
import type { ExitCode, Terminal } from "./terminal.js";

interface BuildOptions extends FolderOptions {
  readonly check: boolean;
}

export function addBuild(program: Command, terminal: Terminal, exit: (code: ExitCode) => void): void {
  program
    .command("build")
    .summary("compile the rules and write the bundle")
    .description(
      "Compiles the rules of this folder, with their fixtures and assignments, into a bundle for Gatekeeper.",
    )
    .option("--rules <folder>", "where the rules are (default: rules or src/rules)")
    .option("--assignments <folder>", "where the assignments are (default: assignments)")
    .option("--out <folder>", "where the bundle goes", "generated")
    .option("--check", "write nothing; fail, naming files, when the bundle on disk is not what would be written", false)
    .addHelpText(
      "after",
      `
Exit codes:
  0  the bundle is written, or was up to date
  1  --check found that it is not
  2  there are errors, and nothing was written

Examples:
  gatewright build
  gatewright build --check
  gatewright build --rules policies --out deploy/policies`,
    )
    .action(async (options: BuildOptions) => exit(await runBuild(options, terminal)));
}

async function runBuild(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const started = performance.now();
  const found = findProject(terminal.cwd, options);
  if (!found.ok) return refuse(terminal, found.diagnostics);
  const outcome = await build({ ...found.folders, check: options.check });
  if (outcome.result === "refused") return refuse(terminal, outcome.diagnostics);
  printDiagnostics(terminal, outcome.diagnostics);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.out(summary(outcome, found.folders.output.name, seconds));
  return outcome.result === "drifted" ? 1 : 0;
}

function refuse(terminal: Terminal, diagnostics: BuildOutcome["diagnostics"]): ExitCode {
  printDiagnostics(terminal, diagnostics);
  const half = diagnostics.some(({ code }) => code === "output-write");
  terminal.err(`\n${countDiagnostics(diagnostics)}${half ? "" : "; nothing was written"}.\n`);
  return 2;
}

function summary({ result, diagnostics, written, deleted }: BuildOutcome, folder: string, seconds: string): string {
  const drift = diagnostics.filter(({ severity }) => severity === "error").length;
  switch (result) {
    case "written": {
      const changes = [
        `wrote ${plural(written.length, "file")}`,
        ...(deleted.length > 0 ? [`deleted ${deleted.length}`] : []),
      ];
      return `${folder}: ${changes.join(", ")} (${seconds} s).\n`;
    }
    case "drifted":
      return `${folder}: ${plural(drift, "difference")}; \`gatewright build\` mends that.\n`;
    default:
      return `${folder}: up to date (${seconds} s).\n`;
  }
}
