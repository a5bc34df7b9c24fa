import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { wantsColor } from "../../src/cli/system-terminal.js";

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [true, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [true, { TERM: "dumb" }, false],
])("a terminal: %s, environment %j: colour %s", (isTerminal, env, expected) => {
  expect(wantsColor(isTerminal, env)).toBe(expected);
});

it("is quiet when piped, on CI too", () => {
  const tool = fileURLToPath(new URL("../../bin/gatewright.js", import.meta.url));
  const suite = fileURLToPath(new URL("../cases/suite", import.meta.url));
  const piped = spawnSync(process.execPath, [tool, "verify", suite], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, CI: "true" },
  });
  expect(piped.stdout).toContain("ok");
  expect(piped.stdout + piped.stderr).not.toContain("\u001b[");
});
