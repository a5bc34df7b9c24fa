import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { packageVersion } from "../../src/package-version.js";
import { fakeTerminal } from "./fake-terminal.js";

const run = async (...argv: readonly string[]) => {
  const terminal = fakeTerminal(import.meta.dirname);
  const code = await main(argv, terminal);
  return { code, ...terminal.printed };
};

describe("gatewright", () => {
  it("prints its version", async () => {
    expect(await run("--version")).toEqual({ code: 0, out: `${packageVersion()}\n`, err: "" });
  });

  it("lists its commands, exit codes and examples", async () => {
    const { code, out, err } = await run("--help");
    expect([code, err]).toEqual([0, ""]);
    for (const command of ["build", "verify", "scan", "init", "demo"])
      expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
    expect(out).toContain("Exit codes:");
    expect(out).toContain("Examples:");
  });

  it("without a command shows the same help, as a mistake", async () => {
    const { code, out, err } = await run();
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Exit codes:");
  });

  it.each(["build", "verify", "scan", "init", "demo"])("has help for %s", async (command) => {
    const { code, out, err } = await run(command, "--help");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`Usage: gatewright ${command}`);
  });

  it.each([
    [["biuld"], "unknown command 'biuld'", "(Did you mean build?)"],
    [["build", "--chekc"], "unknown option '--chekc'", "(Did you mean --check?)"],
    [["init"], "missing required argument 'folder'", ""],
    [["build", "extra"], "too many arguments", ""],
  ])("%j is a mistake of usage", async (argv, problem, suggestion) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(problem);
    expect(err).toContain(suggestion);
    expect(err).not.toMatch(/^ +at /m);
  });

  it("says a failure of its own in one line, and where with GATEWRIGHT_DEBUG", async () => {
    const terminal = fakeTerminal(import.meta.dirname);
    const broken = {
      ...terminal,
      out: () => {
        throw new Error("Gatewright is wrong here, not you: a test. Please report this.");
      },
    };
    expect(await main(["--version"], broken)).toBe(2);
    expect(terminal.printed.err).toBe(
      "gatewright: Gatewright is wrong here, not you: a test. Please report this. (set GATEWRIGHT_DEBUG=1 to see where)\n",
    );
    process.env.GATEWRIGHT_DEBUG = "1";
    try {
      await main(["--version"], broken);
    } finally {
      delete process.env.GATEWRIGHT_DEBUG;
    }
    expect(terminal.printed.err).toMatch(/^ +at .*main\.test\.ts/m);
  });
});
