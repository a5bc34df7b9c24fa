import { expect, test } from "vitest";
import { asciiLower, asciiTrim, asciiUpper } from "../../src/authoring/ascii.js";

test("letter case changes in ASCII alone, unlike JavaScript's", () => {
  expect(asciiUpper("net_Admin-0")).toBe("NET_ADMIN-0");
  expect(asciiLower("NET_Admin-0")).toBe("net_admin-0");
  expect(asciiUpper("straße ıéſ")).toBe("STRAßE ıéſ");
  expect(asciiLower("İÉ\u212a")).toBe("İÉ\u212a");
});

test("white space is ASCII's alone, unlike JavaScript's", () => {
  expect(asciiTrim(" \t\n\v\f\r a b \r\f\v\n\t ")).toBe("a b");
  expect(asciiTrim("\u00a0\ufeffa\u2003")).toBe("\u00a0\ufeffa\u2003");
  expect(asciiTrim(" \t")).toBe("");
});

test.each([null, undefined, 1, ["a"], {}])("%j is no text and reads as empty", (value) => {
  // Ill-typed on purpose: what is judged has not been validated.
  expect([asciiUpper(value as never), asciiLower(value as never), asciiTrim(value as never)]).toEqual(["", "", ""]);
});
