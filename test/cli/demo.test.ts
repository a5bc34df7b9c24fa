import { Command } from "commander";
import { expect, it } from "vitest";
import { addDemo } from "../../src/cli/demo.js";
import type { ExitCode } from "../../src/cli/terminal.js";
import { fakeTerminal } from "./fake-terminal.js";

/** Runs the demonstration with commands that end with these exit codes; the commands that ran, and its own code. */
const demo = async (codes: Readonly<Record<string, ExitCode>>) => {
  const terminal = fakeTerminal("/project");
  const ran: string[] = [];
  let code: ExitCode | undefined;
  const program = new Command();
  addDemo(
    program,
    terminal,
    (result) => {
      code = result;
    },
    async ([command = "", ...rest], { out }) => {
      ran.push([command, ...rest].join(" "));
      out(`${command}: first\n${command}: last\n`);
      return codes[command] ?? 0;
    },
  );
  await program.parseAsync(["demo"], { from: "user" });
  return { ran, code, out: terminal.printed.out };
};

const all = ["build", "verify", "scan samples --assignment asc-default"];

it("builds, verifies and scans, showing each command, and says where the output is", async () => {
  const { ran, code, out } = await demo({});
  expect(ran).toEqual(all);
  expect(code).toBe(0);
  for (const command of all) expect(out).toContain(`$ gatewright ${command}\n`);
  expect(out).toContain("/project/generated");
});

it("shows of verify the last line, or everything when it fails", async () => {
  const { out } = await demo({});
  expect(out).toContain("build: first\n");
  expect(out).not.toContain("verify: first\n");
  expect(out).toContain("verify: last\n");
  expect((await demo({ verify: 1 })).out).toContain("verify: first\nverify: last\n");
});

it("takes findings in the samples for what they are", async () => {
  expect(await demo({ scan: 1 })).toMatchObject({ ran: all, code: 0 });
});

it.each<[Readonly<Record<string, ExitCode>>, number, ExitCode]>([
  [{ build: 2 }, 1, 2],
  [{ verify: 1 }, 2, 1],
  [{ verify: 2 }, 2, 2],
  [{ scan: 2 }, 3, 2],
])("ends at the first step that fails: %j", async (codes, steps, code) => {
  expect(await demo(codes)).toMatchObject({ ran: all.slice(0, steps), code });
});
