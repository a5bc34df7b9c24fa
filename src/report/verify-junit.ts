import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CaseResult, SuiteResult, TestResult, VerifyResult } from "../suite/result.js";

/**
 * JUnit's XML as CI systems read it: a testsuite for each suite file, a testcase for each case with the test as its
 * class; a failed assertion is a failure, bad input an error. What belongs to no case is a testcase of its own.
 */
export function verifyJunit(result: VerifyResult): string {
  const suites = [...result.suites.map(suiteXml), ...otherXml(result)];
  const totals = countsOf(suites.flatMap(({ cases }) => cases));
  const time = (result.durationMs / 1000).toFixed(3);
  const body = suites.map(({ name, cases }) => {
    const lines = cases.map(caseXml).join("");
    return `  <testsuite name=${quoted(name)}${totalsXml(countsOf(cases))}>\n${lines}  </testsuite>\n`;
  });
  const head = `<testsuites name="gatewright verify"${totalsXml(totals)} time="${time}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${body.join("")}</testsuites>\n`;
}

interface XmlSuite {
  readonly name: string;
  readonly cases: readonly XmlCase[];
}

interface XmlCase {
  readonly className: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  /** One line, and everything. */
  readonly message: string;
  readonly text: string;
}

function suiteXml({ file, skipped, tests }: SuiteResult): XmlSuite {
  if (skipped) {
    const cases = [{ className: file, name: "suite", outcome: "skipped", message: "", text: "" } as const];
    return { name: file, cases };
  }
  return { name: file, cases: tests.flatMap((test) => testXml(file, test)) };
}

function testXml(file: string, test: TestResult): readonly XmlCase[] {
  const className = `${file}:${test.name}`;
  if (test.cases.length > 0) return test.cases.map((item) => itemXml(className, item));
  const why = test.failure ?? diagnosticsText(test.diagnostics);
  const outcome = { passed: "passed", failed: "failure", invalid: "error", skipped: "skipped" } as const;
  return [{ className, name: test.name, outcome: outcome[test.status], message: firstLine(why), text: why }];
}

function itemXml(className: string, item: CaseResult): XmlCase {
  const outcome = { passed: "passed", failed: "failure", invalid: "error", skipped: "skipped" } as const;
  const text = item.status === "invalid" ? diagnosticsText(item.diagnostics) : differenceText(item);
  return { className, name: item.name, outcome: outcome[item.status], message: firstLine(text), text };
}

function differenceText({ unmet, violations, difference }: CaseResult): string {
  const expected = unmet.map((assertion) => `expected: ${assertion.expected}`);
  const actual =
    unmet.length === 0
      ? []
      : [`actual: ${violations.length} violations`, ...violations.map(({ message }) => `  ${message}`)];
  const policy = (difference?.onlyPolicy ?? []).map(({ message }) => `only the compiled policy: ${message}`);
  const reference = (difference?.onlyReference ?? []).map(({ message }) => `only OPA itself: ${message}`);
  return [...expected, ...actual, ...policy, ...reference].join("\n");
}

/** Problems with no suite to stand under. */
function otherXml({ problems, failures }: VerifyResult): readonly XmlSuite[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  const cases = [
    ...errors.map((problem) => ({ ...other(problem), outcome: "error" as const })),
    ...failures.map((failure) => ({ ...other(failure), outcome: "failure" as const })),
  ];
  return cases.length === 0 ? [] : [{ name: "gatewright", cases }];
}

function other(diagnostic: Diagnostic): Omit<XmlCase, "outcome"> {
  const text = diagnosticsText([diagnostic]);
  return { className: "gatewright", name: diagnostic.code, message: diagnostic.message, text };
}

function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ location, message }) => {
      const place = location === undefined ? "" : `${location.file}:${location.start.line}:${location.start.column} - `;
      return `${place}${message}`;
    })
    .join("\n");
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

function countsOf(cases: readonly XmlCase[]): Readonly<Record<"tests" | "failures" | "errors" | "skipped", number>> {
  const count = (outcome: XmlCase["outcome"]) => cases.filter((item) => item.outcome === outcome).length;
  return { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

function totalsXml(totals: ReturnType<typeof countsOf>): string {
  return Object.entries(totals)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}

function caseXml({ className, name, outcome, message, text }: XmlCase): string {
  const head = `    <testcase classname=${quoted(className)} name=${quoted(name)}`;
  if (outcome === "passed") return `${head}/>\n`;
  if (outcome === "skipped") return `${head}><skipped/></testcase>\n`;
  return `${head}>\n      <${outcome} message=${quoted(message)}>${escaped(text)}</${outcome}>\n    </testcase>\n`;
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;")}"`;
}

/** XML 1.0 has no place at all for most control characters. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
