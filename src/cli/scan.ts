import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { exitCodeOf, type ScanResult, scan } from "../judge/scan.js";
import { packageRoot } from "../package-root.js";
import { scanJson } from "../report/scan-json.js";
import { scanText } from "../report/scan-text.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { ExitCode, Terminal } from "./terminal.js";

const formats: Readonly<Record<string, (result: ScanResult, color: boolean) => string>> = {
  text: (result, color) => scanText(result, { color }),
  json: scanJson,
};

interface ScanOptions {
  readonly bundle?: string;
  readonly assignment?: string;
  readonly namespace: string;
  readonly format: string;
}

export function addScan(program: Command, terminal: Terminal, exit: (code: ExitCode) => void): void {
  program
    .command("scan")
    .summary("judge manifests by a bundle")
    .description(
      "Judges manifests by a compiled bundle, as Gatekeeper would in a cluster: workloads by the pods they create.",
    )
    .argument("<paths...>", "files, folders (every .yaml, .yml and .json below), or - for standard input")
    .option("--bundle <folder>", "the bundle (default: generated, else the one that comes with gatewright)")
    .option("--assignment <name>", "which of the bundle's assignments (default: its only one, else asc-default)")
    .option("--namespace <name>", "the namespace of objects that name none", "default")
    .option("--format <format>", "what to print: text or json", "text")
    .addHelpText(
      "after",
      `
Exit codes:
  0  no finding would be refused (findings that only audit or warn are listed)
  1  a finding is of a constraint that denies
  2  something could not be read; the rest is judged

Examples:
  gatewright scan deploy/
  helm template shop charts/shop | gatewright scan - --namespace shop
  gatewright scan deploy/ --assignment asc-default --format json`,
    )
    .action((paths: readonly string[], options: ScanOptions) => exit(runScan(paths, options, terminal)));
}

function runScan(paths: readonly string[], options: ScanOptions, terminal: Terminal): ExitCode {
  const print = formats[options.format];
  if (print === undefined) {
    terminal.err(
      `gatewright: there is no format ${JSON.stringify(options.format)}. Formats: ${Object.keys(formats).join(", ")}.\n`,
    );
    return 2;
  }
  const { cwd } = terminal;
  const { assignment, namespace } = options;
  const bundle = options.bundle ?? usualBundle(cwd);
  const result = scan({ paths, bundle, assignment, namespace, cwd, stdin: () => readFileSync(0) });
  printDiagnostics(terminal, result.diagnostics);
  // A bundle that cannot be read has judged nothing: a summary of nothing would read like a good outcome.
  if (result.rules.length > 0) terminal.out(print(result, terminal.color));
  return exitCodeOf(result);
}

/** The bundle of the working folder, else the one that is shipped. */
function usualBundle(cwd: string): string {
  const own = "generated";
  return existsSync(resolve(cwd, own, "policy.json")) ? own : join(packageRoot(), own);
}
