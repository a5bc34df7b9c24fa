import { expect, test } from "vitest";
import { portInRanges } from "../../src/authoring/ports.js";

test("a number alone is that port, two are a range with both ends", () => {
  expect(portInRanges(80, ["443", "80"])).toBe(true);
  expect([3000, 4000, 5000].every((port) => portInRanges(port, ["3000-5000"]))).toBe(true);
  expect([2999, 5001].some((port) => portInRanges(port, ["3000-5000"]))).toBe(false);
  expect(portInRanges(4000, ["5000-3000"])).toBe(false);
});

test("minus one allows nothing", () => {
  expect([-1, 0, 1, 80].some((port) => portInRanges(port, ["-1"]))).toBe(false);
});

test.each(["", "-", "80-", "-80", "1-2-80", " 80", "80\n", "080", "+80", "80.0", "8e1", "100000", "*", "８０"])(
  "the malformed entry %j allows nothing",
  (entry) => {
    expect(portInRanges(80, [entry])).toBe(false);
  },
);

test("what is no port is in no range", () => {
  expect(portInRanges(undefined, ["0-65535"])).toBe(false);
  expect(portInRanges(80.5, ["0-65535"])).toBe(false);
  // Ill-typed on purpose: what is judged has not been validated.
  expect(portInRanges("80" as never, ["80"])).toBe(false);
  expect(portInRanges(80, null as never)).toBe(false);
  expect(portInRanges(80, [80, null] as never)).toBe(false);
});
