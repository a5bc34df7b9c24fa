import { describe, expect, it } from "vitest";
import { verifyJson } from "../../src/report/verify-json.js";
import { verifyJunit } from "../../src/report/verify-junit.js";
import { verifyText } from "../../src/report/verify-text.js";
import { countResults, exitCodeOf, type VerifyResult } from "../../src/suite/result.js";

const diagnostic = { code: "case-review", severity: "error", message: "It <cannot> be read" } as const;
const location = { file: "a.yaml", start: { line: 3, column: 5 } };
const blank = { diagnostics: [], violations: [], unmet: [] };

const result: VerifyResult = {
  durationMs: 1234,
  problems: [{ ...diagnostic, location }],
  failures: [{ code: "policy-stale", severity: "error", message: "policy.wasm is stale." }],
  suites: [
    {
      file: "a/suite.yaml",
      skipped: false,
      tests: [
        {
          name: "first",
          status: "passed",
          diagnostics: [],
          cases: [
            { ...blank, name: "good", status: "passed" },
            {
              ...blank,
              name: "bad & ugly",
              status: "failed",
              violations: [{ message: 'says "<no>"\u0007\nand more', details: {} }],
              unmet: [{ expected: "no violation", found: 1 }],
            },
            {
              ...blank,
              name: "disagreeing",
              status: "failed",
              violations: [{ message: "a", details: {} }],
              difference: {
                onlyPolicy: [{ message: "a", details: { x: 1 } }],
                onlyReference: [{ message: "b", details: {} }],
              },
            },
            { ...blank, name: "unread", status: "invalid", diagnostics: [{ ...diagnostic, location }] },
            { ...blank, name: "later", status: "skipped" },
          ],
        },
        { name: "broken", status: "invalid", diagnostics: [diagnostic], cases: [] },
        { name: "fits", status: "failed", diagnostics: [], failure: "the constraint fits", cases: [] },
      ],
    },
    { file: "b/suite.yaml", skipped: true, tests: [] },
  ],
};

describe("counts", () => {
  it("are of cases, and of tests without any", () => {
    expect(countResults(result)).toEqual({
      suites: 2,
      tests: 3,
      cases: { passed: 1, failed: 3, invalid: 2, skipped: 1 },
    });
  });

  it("decide the exit code: bad input before failures", () => {
    const clean = { ...result, problems: [], failures: [], suites: [] };
    expect(exitCodeOf(result)).toBe(2);
    expect(exitCodeOf({ ...result, problems: [] })).toBe(2);
    expect(exitCodeOf(clean)).toBe(0);
    expect(exitCodeOf({ ...clean, failures: result.failures })).toBe(1);
    expect(exitCodeOf({ ...clean, problems: [{ ...diagnostic, severity: "warning" }] })).toBe(0);
  });
});

describe("verifyText", () => {
  it("has a line for each case, and what differs below it", () => {
    expect(verifyText(result, { color: false })).toBe(`a/suite.yaml
  BAD   first
    ok    good
    FAIL  bad & ugly
          - no violation
          + 1 violation:
          +   says "<no>" 
          +   and more
    FAIL  disagreeing
          The compiled policy and OPA itself disagree:
          - b {}
          + a {"x":1}
    BAD   unread
          It <cannot> be read
    skip  later
  BAD   broken
        It <cannot> be read
  FAIL  fits
        the constraint fits
b/suite.yaml skip
FAIL  policy.wasm is stale.
2 suites, 3 tests, 7 cases: 1 ok, 3 failed, 2 not run because of bad input, 1 skipped (1.23 s)
`);
  });

  it("is coloured only when asked", () => {
    expect(verifyText(result, { color: false })).not.toContain("\u001b");
    expect(verifyText(result, { color: true })).toContain("\u001b[32m");
  });
});

describe("verifyJunit", () => {
  it("is well-formed, with every case under its suite", () => {
    expect(verifyJunit(result)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="gatewright verify" tests="10" failures="4" errors="3" skipped="2" time="1.234">
  <testsuite name="a/suite.yaml" tests="7" failures="3" errors="2" skipped="1">
    <testcase classname="a/suite.yaml:first" name="good"/>
    <testcase classname="a/suite.yaml:first" name="bad &amp; ugly">
      <failure message="expected: no violation">expected: no violation
actual: 1 violations
  says "&lt;no&gt;"\ufffd
and more</failure>
    </testcase>
    <testcase classname="a/suite.yaml:first" name="disagreeing">
      <failure message="only the compiled policy: a">only the compiled policy: a
only OPA itself: b</failure>
    </testcase>
    <testcase classname="a/suite.yaml:first" name="unread">
      <error message="a.yaml:3:5 - It &lt;cannot&gt; be read">a.yaml:3:5 - It &lt;cannot&gt; be read</error>
    </testcase>
    <testcase classname="a/suite.yaml:first" name="later"><skipped/></testcase>
    <testcase classname="a/suite.yaml:broken" name="broken">
      <error message="It &lt;cannot&gt; be read">It &lt;cannot&gt; be read</error>
    </testcase>
    <testcase classname="a/suite.yaml:fits" name="fits">
      <failure message="the constraint fits">the constraint fits</failure>
    </testcase>
  </testsuite>
  <testsuite name="b/suite.yaml" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="b/suite.yaml" name="suite"><skipped/></testcase>
  </testsuite>
  <testsuite name="gatewright" tests="2" failures="1" errors="1" skipped="0">
    <testcase classname="gatewright" name="case-review">
      <error message="It &lt;cannot&gt; be read">a.yaml:3:5 - It &lt;cannot&gt; be read</error>
    </testcase>
    <testcase classname="gatewright" name="policy-stale">
      <failure message="policy.wasm is stale.">policy.wasm is stale.</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });
});

describe("verifyJson", () => {
  it("holds everything, with a summary", () => {
    const json = JSON.parse(verifyJson(result));
    expect(json).toMatchObject({
      formatVersion: 1,
      summary: { suites: 2, tests: 3, cases: { passed: 1, failed: 3, invalid: 2, skipped: 1 }, durationMs: 1234 },
      problems: [{ code: "case-review" }],
      failures: [{ code: "policy-stale" }],
    });
    expect(json.suites).toEqual(JSON.parse(JSON.stringify(result.suites)));
  });
});
