import { expect, test } from "vitest";
import { parseInteger } from "../../src/authoring/integers.js";

test.each([
  ["0", 0],
  ["-0", 0],
  ["42", 42],
  ["-42", -42],
  ["007", 7],
  ["-00010", -10],
  ["9007199254740991", 9007199254740991],
  ["-9007199254740991", -9007199254740991],
])("%j is %d", (text, integer) => {
  // toBe tells 0 from -0.
  expect(parseInteger(text)).toBe(integer);
});

test.each(["9007199254740992", "-9007199254740992", "9007199254740993", "99999999999999999999"])(
  "%s is beyond what a number holds exactly",
  (text) => {
    expect(parseInteger(text)).toBeUndefined();
  },
);

test.each(["", "-", "+1", "--1", " 1", "1\n", "1.0", "1e3", "0x10", "1_000", "１", "one", null, 1])(
  "%j is no integer",
  (text) => {
    // Partly ill-typed on purpose: what is judged has not been validated.
    expect(parseInteger(text as never)).toBeUndefined();
  },
);
