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
