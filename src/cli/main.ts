import { Command, CommanderError } from "commander";
import { packageVersion } from "../package-version.js";
import type { ExitCode, Terminal } from "./terminal.js";

type AddCommand = (program: Command, terminal: Terminal, exit: (code: ExitCode) => void) => void;

/** Loaded when named: a build with nothing to do loads nothing of verify, and a scan nothing of build. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  build: async () => (await import("./build.js")).addBuild,
  verify: async () => (await import("./verify.js")).addVerify,
  scan: async () => (await import("./scan.js")).addScan,
  init: async () => (await import("./init.js")).addInit,
  demo: async () => {
    const { addDemo } = await import("./demo.js");
    return (program, terminal, exit) => addDemo(program, terminal, exit, main);
  },
};

/** Runs one command line, without the names of node and the script. Never throws; what to say is said on the terminal. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const plain = argv.includes("--no-color") ? { ...terminal, color: false } : terminal;
  let code: ExitCode = 0;
  try {
    const program = await programFor(argv, plain, (result) => {
      code = result;
    });
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    plain.err(`${describeFailure(error)}\n`);
    return 2;
  }
}

async function programFor(
  argv: readonly string[],
  terminal: Terminal,
  exit: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command("gatewright")
    .description("Compiles typed rules into policies for OPA Gatekeeper, and proves them offline.")
    .version(packageVersion(), "--version", "print the version")
    .option("--no-color", "print without colour")
    .helpOption("--help", "show help for a command")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, getOutHasColors: () => terminal.color })
    .showHelpAfterError("Run `gatewright --help` for what there is.")
    .addHelpText("after", epilogue);
  const named = commands[argv.find((word) => !word.startsWith("-")) ?? ""];
  for (const load of named === undefined ? Object.values(commands) : [named]) (await load())(program, terminal, exit);
  return program;
}

const epilogue = `
Exit codes:
  0  done, and all is well
  1  done, and something failed: findings, a failed case, a stale bundle
  2  bad input or usage; errors say what

Examples:
  gatewright init my-policies     a rule package to begin with
  gatewright build                rules, fixtures and assignments to generated/
  gatewright verify               run the suites of generated/
  gatewright scan manifests/      judge manifests by the bundle in generated/`;

/** One line for a failure of our own; GATEWRIGHT_DEBUG=1 shows where it came from. */
function describeFailure(error: unknown): string {
  if (process.env.GATEWRIGHT_DEBUG && error instanceof Error) return error.stack ?? error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `gatewright: ${message.split("\n")[0]} (set GATEWRIGHT_DEBUG=1 to see where)`;
}
