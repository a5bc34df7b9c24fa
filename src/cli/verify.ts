import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { startOpa } from "../opa/opa.js";
import { verifyJson } from "../report/verify-json.js";
import { verifyJunit } from "../report/verify-junit.js";
import { verifyText } from "../report/verify-text.js";
import { exitCodeOf, type VerifyResult } from "../suite/result.js";
import { type VerifyRequest, verify } from "../suite/verify.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { ExitCode, Terminal } from "./terminal.js";

const formats: Readonly<Record<string, (result: VerifyResult, color: boolean) => string>> = {
  text: (result, color) => verifyText(result, { color }),
  junit: verifyJunit,
  json: verifyJson,
};

interface VerifyOptions {
  readonly run: string;
  readonly reference: boolean;
  readonly format: string;
  readonly output: readonly string[];
}

export function addVerify(program: Command, terminal: Terminal, exit: (code: ExitCode) => void): void {
  program
    .command("verify")
    .summary("run the suites of a bundle, or anybody's")
    .description(
      "Compiles the templates that are on disk to WebAssembly and runs the suites beside them (the format of `gator verify`).",
    )
    .argument("[paths...]", "files and folders with suites", ["generated"])
    .option("--run <pattern>", "only tests and cases whose name matches; <tests>//<cases> selects by both", "")
    .option("--reference", "check every verdict and message against OPA's own evaluation too", false)
    .option("--format <format>", "what to print: text, junit or json", "text")
    .option("--output <format=file>", "also write a report to a file; may be repeated", collect, [])
    .addHelpText(
      "after",
      `
Exit codes:
  0  every case is as its suite says
  1  a case failed, policy.wasm is stale, or there is no suite
  2  a suite, template, constraint or object cannot be read

Examples:
  gatewright verify
  gatewright verify policies/... --run '^required-labels$'
  gatewright verify --reference --output junit=verify.xml`,
    )
    .action(async (paths: readonly string[], options: VerifyOptions) =>
      exit(await runVerify(paths, options, terminal)),
    );
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

async function runVerify(paths: readonly string[], options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const outputs = options.output.map((output) => output.split(/=(.*)/s).slice(0, 2));
  const unknown = [options.format, ...outputs.map(([format]) => format ?? "")].find((name) => !(name in formats));
  const nameless = outputs.find(([, file]) => !file);
  if (unknown !== undefined || nameless !== undefined) {
    const what =
      unknown === undefined
        ? `--output ${nameless?.[0]} needs a file`
        : `there is no format ${JSON.stringify(unknown)}`;
    terminal.err(
      `gatewright: ${what}. Formats: ${Object.keys(formats).join(", ")}; --output junit=verify.xml writes one to a file.\n`,
    );
    return 2;
  }
  const { run, reference } = options;
  const result = await verifyWith({ cwd: terminal.cwd, paths, run, reference });
  printDiagnostics(terminal, diagnosticsOf(result));
  terminal.out(formats[options.format]?.(result, terminal.color) ?? "");
  for (const [format = "", file = ""] of outputs) {
    const path = resolve(terminal.cwd, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formats[format]?.(result, false) ?? "");
  }
  return exitCodeOf(result);
}

async function verifyWith(request: VerifyRequest): Promise<VerifyResult> {
  const opa = startOpa({ eager: request.reference });
  try {
    return await verify(opa, request);
  } finally {
    await opa.close();
  }
}

/** Each once: several tests may share a template that does not compile. */
function diagnosticsOf({ problems, failures, suites }: VerifyResult): readonly Diagnostic[] {
  const tests = suites.flatMap((suite) => suite.tests);
  const inTests = tests.flatMap((test) => [...test.diagnostics, ...test.cases.flatMap((item) => item.diagnostics)]);
  const distinct = new Map([...problems, ...failures, ...inTests].map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()];
}
