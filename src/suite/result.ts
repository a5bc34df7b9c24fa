import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Violation } from "../judge/violation.js";

/** What verifying found. */
export interface VerifyResult {
  readonly suites: readonly SuiteResult[];
  /** Bad input that belongs to no test: a suite or folder that cannot be read. */
  readonly problems: readonly Diagnostic[];
  /** What is wrong though it could be read: no suite at all, a stale policy.wasm. */
  readonly failures: readonly Diagnostic[];
  readonly durationMs: number;
}

/** `invalid`: the input is at fault, so nothing is known; `failed`: it ran, and an expectation was not met. */
export type Status = "passed" | "failed" | "invalid" | "skipped";

export interface SuiteResult {
  readonly file: string;
  readonly skipped: boolean;
  readonly tests: readonly TestResult[];
}

export interface TestResult {
  readonly name: string;
  /** Of the test's own setting up; the cases have theirs. */
  readonly status: Status;
  /** Why the status is `invalid`, and warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why the status is `failed`: the constraint was expected not to fit its schema. */
  readonly failure?: string;
  readonly cases: readonly CaseResult[];
}

export interface CaseResult {
  readonly name: string;
  readonly status: Status;
  readonly diagnostics: readonly Diagnostic[];
  /** All of the object's violations. */
  readonly violations: readonly Violation[];
  readonly unmet: readonly UnmetAssertion[];
  /** With --reference: where the compiled policy and OPA's own evaluation differ. */
  readonly difference?: ReferenceDifference;
}

export interface UnmetAssertion {
  /** What the suite says: "at least one violation", with the pattern if it has one. */
  readonly expected: string;
  /** How many violations matched. */
  readonly found: number;
}

export interface ReferenceDifference {
  /** What the compiled policy found and OPA did not, and the other way round. */
  readonly onlyPolicy: readonly Violation[];
  readonly onlyReference: readonly Violation[];
}

export interface Counts {
  readonly suites: number;
  readonly tests: number;
  readonly cases: { readonly [status in Status]: number };
}

/**
 * Cases by status. A test that has no case of its own (`invalid: true`), or whose cases could not run, counts as one.
 */
export function countResults({ suites }: VerifyResult): Counts {
  const cases = { passed: 0, failed: 0, invalid: 0, skipped: 0 };
  const tests = suites.flatMap((suite) => suite.tests);
  for (const test of tests) {
    if (test.cases.length === 0) cases[test.status]++;
    for (const { status } of test.cases) cases[status]++;
  }
  return { suites: suites.length, tests: tests.length, cases };
}

/** 2 when input was at fault anywhere, 1 when something failed. */
export function exitCodeOf(result: VerifyResult): 0 | 1 | 2 {
  const { cases } = countResults(result);
  if (cases.invalid > 0 || result.problems.some(({ severity }) => severity === "error")) return 2;
  return cases.failed > 0 || result.failures.length > 0 ? 1 : 0;
}
