import { describe, expect, it } from "vitest";
import { type Filter, readFilter } from "../../src/suite/filter.js";
import type { SuiteTest } from "../../src/suite/suite.js";

const shared = { template: "", constraint: "", expansion: "", invalid: false, skip: false, path: [], problems: [] };
const test = (name: string, ...cases: string[]): SuiteTest => ({
  ...shared,
  name,
  cases: cases.map((each) => ({ ...shared, name: each, object: "", inventory: [], assertions: [] })),
});

function filter(run: string): Filter {
  const read = readFilter(run);
  if ("code" in read) throw new Error(read.message);
  return read;
}

/** What gator's own documentation of --run says of each form. */
describe("readFilter", () => {
  it.each([
    ["", "any", "thing", true, true],
    ["labels", "required-labels", "other", true, true],
    ["labels", "images", "no-labels", true, true],
    ["labels", "images", "other", false, false],
    ["^labels$//", "labels", "any", true, true],
    ["^labels$//", "labels-too", "any", false, false],
    ["//empty", "any", "an-empty-object", true, true],
    ["//empty", "any", "full", true, false],
    ["labels//empty", "labels", "empty", true, true],
    ["labels//empty", "images", "empty", false, false],
  ])("%j on test %s with case %s", (run, testName, caseName, runsTest, runsCase) => {
    const read = filter(run);
    expect(read.test(test(testName, caseName))).toBe(runsTest);
    expect(read.case(testName, caseName)).toBe(runsCase);
  });

  it.each([
    ["a//b//c", 'more than one "//"'],
    ["(", "no regular expression"],
    ["a//[", 'what follows "//"'],
  ])("refuses %j", (run, reason) => {
    expect(readFilter(run)).toMatchObject({ code: "run-pattern", message: expect.stringContaining(reason) });
  });
});
