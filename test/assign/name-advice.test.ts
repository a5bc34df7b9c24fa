import { describe, expect, it } from "vitest";
import { nameAdvice } from "../../src/assign/name-advice.js";
import { closest } from "../../src/diagnostics/closest.js";

const effects = ["audit", "deny", "warn", "disabled"];

describe("the closest name", () => {
  it.each([
    ["audt", "audit"],
    ["aduit", "audit"],
    ["AUDIT", "audit"],
    ["Disabled", "disabled"],
    ["wran", "warn"],
    ["dney", "deny"],
  ])("%s is meant to be %s", (written, meant) => {
    expect(closest(written, effects)).toBe(meant);
  });

  it.each(["enforce", "", "dryrun", "a"])("nothing is near %j", (written) => {
    expect(closest(written, effects)).toBeUndefined();
  });

  it("takes the nearest, and the first of equals", () => {
    expect(closest("abcd", ["abxy", "abcx", "abcy"])).toBe("abcx");
  });

  it("is said together with all that is allowed", () => {
    expect(nameAdvice("denny", effects)).toBe('Did you mean "deny"? Allowed: audit, deny, warn, disabled.');
    expect(nameAdvice("enforce", effects)).toBe("Allowed: audit, deny, warn, disabled.");
    expect(nameAdvice("enforce", [])).toBe("There is none to choose from.");
  });
});
