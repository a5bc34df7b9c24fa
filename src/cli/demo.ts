import { join } from "node:path";
import type { Command } from "commander";
import type { ExitCode, Terminal } from "./terminal.js";

/** What the demonstration runs, in the working folder. */
const steps: readonly (readonly string[])[] = [
  ["build"],
  ["verify"],
  ["scan", "samples", "--assignment", "asc-default"],
];

type RunCommand = (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** `run` runs a command line, as the program's main function does. */
export function addDemo(program: Command, terminal: Terminal, exit: (code: ExitCode) => void, run: RunCommand): void {
  program
    .command("demo")
    .summary("build, verify, and judge the sample workloads")
    .description("Builds and verifies the rules of this folder, then judges the manifests in samples/ by asc-default.")
    .action(async () => exit(await runDemo(terminal, run)));
}

/** Ends at the first step with bad input. Findings in the samples are what the demonstration is about: they are no failure. */
async function runDemo(terminal: Terminal, run: RunCommand): Promise<ExitCode> {
  for (const step of steps) {
    terminal.out(`$ gatewright ${step.join(" ")}\n`);
    const code = step[0] === "verify" ? await runBriefly(step, terminal, run) : await run(step, terminal);
    if (code === 2 || (code === 1 && step[0] !== "scan")) return code;
    terminal.out("\n");
  }
  terminal.out(
    `The bundle is in ${join(terminal.cwd, "generated")}; index.json lists it, rules/<rule>/README.md explains.\n`,
  );
  return 0;
}

/** Prints the last line alone, which counts, unless something failed. */
async function runBriefly(step: readonly string[], terminal: Terminal, run: RunCommand): Promise<ExitCode> {
  let printed = "";
  const code = await run(step, {
    ...terminal,
    out: (text) => {
      printed += text;
    },
  });
  terminal.out(code === 0 ? printed.slice(printed.trimEnd().lastIndexOf("\n") + 1) : printed);
  return code;
}
