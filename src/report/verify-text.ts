import picocolors from "picocolors";
import { type CaseResult, countResults, type Status, type TestResult, type VerifyResult } from "../suite/result.js";
import { printable } from "./printable.js";

export interface TextOptions {
  readonly color: boolean;
}

/**
 * A line for each suite, test and case, and below a failed case what was expected (-) and what was found (+).
 * Diagnostics are not in it; they go elsewhere, with their source.
 */
export function verifyText(result: VerifyResult, { color }: TextOptions): string {
  const paint = picocolors.createColors(color);
  const lines = result.suites.flatMap((suite) => {
    if (suite.skipped) return [`${paint.bold(suite.file)} ${paint.yellow("skip")}`];
    return [paint.bold(suite.file), ...suite.tests.flatMap((test) => testLines(test, paint))];
  });
  const stale = result.failures.map(({ message }) => `${label("failed", paint)}  ${message}`);
  return [...lines, ...stale, summary(result, paint)].map((line) => `${line}\n`).join("");
}

type Paint = ReturnType<typeof picocolors.createColors>;

const words: Readonly<Record<Status, string>> = { passed: "ok  ", failed: "FAIL", invalid: "BAD ", skipped: "skip" };

function label(status: Status, paint: Paint): string {
  const tones = { passed: paint.green, failed: paint.red, invalid: paint.red, skipped: paint.yellow };
  return tones[status](words[status]);
}

function testLines(test: TestResult, paint: Paint): readonly string[] {
  const status = statusOf(test);
  const why =
    test.failure ?? (test.cases.length === 0 && status === "invalid" ? test.diagnostics[0]?.message : undefined);
  return [
    `  ${label(status, paint)}  ${test.name}`,
    ...(why === undefined ? [] : [`        ${why}`]),
    ...test.cases.flatMap((item) => caseLines(item, paint)),
  ];
}

/** A test is as good as the worst of its cases. */
export function statusOf(test: TestResult): Status {
  if (test.status !== "passed") return test.status;
  const worst = (["invalid", "failed"] as const).find((status) => test.cases.some((item) => item.status === status));
  return worst ?? "passed";
}

function caseLines(item: CaseResult, paint: Paint): readonly string[] {
  const why = item.status === "invalid" ? item.diagnostics.map(({ message }) => message) : [];
  return [
    `    ${label(item.status, paint)}  ${item.name}`,
    ...[...why, ...differences(item, paint)].map((line) => `          ${line}`),
  ];
}

function differences({ unmet, violations, difference }: CaseResult, paint: Paint): readonly string[] {
  const expected = unmet.map((assertion) => paint.red(`- ${assertion.expected}`));
  const actual =
    unmet.length === 0
      ? []
      : actualLines(
          unmet[0]?.found ?? 0,
          violations.map(({ message }) => message),
        );
  const reference =
    difference === undefined
      ? []
      : [
          "The compiled policy and OPA itself disagree:",
          ...difference.onlyReference.map(({ message, details }) =>
            paint.red(`- ${printable(message)} ${JSON.stringify(details)}`),
          ),
          ...difference.onlyPolicy.map(({ message, details }) =>
            paint.green(`+ ${printable(message)} ${JSON.stringify(details)}`),
          ),
        ];
  return [...expected, ...actual.map((line) => paint.green(`+ ${line}`)), ...reference];
}

function actualLines(found: number, messages: readonly string[]): readonly string[] {
  if (messages.length === 0) return ["no violation"];
  const matching = found === messages.length ? "" : `, ${found} of them as asserted`;
  return [
    `${count(messages.length, "violation")}${matching}:`,
    ...messages.flatMap((message) =>
      printable(message)
        .split("\n")
        .map((line) => `  ${line}`),
    ),
  ];
}

function summary(result: VerifyResult, paint: Paint): string {
  const { suites, tests, cases } = countResults(result);
  const all = cases.passed + cases.failed + cases.invalid + cases.skipped;
  const parts = [`${cases.passed} ok`, `${cases.failed} failed`];
  if (cases.invalid > 0) parts.push(`${cases.invalid} not run because of bad input`);
  if (cases.skipped > 0) parts.push(`${cases.skipped} skipped`);
  const isGood = cases.failed + cases.invalid + result.failures.length + result.problems.length === 0;
  const text = `${count(suites, "suite")}, ${count(tests, "test")}, ${count(all, "case")}: ${parts.join(", ")}`;
  return `${(isGood ? paint.green : paint.red)(text)} (${(result.durationMs / 1000).toFixed(2)} s)`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
