import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { canonicalText, type Violation } from "../judge/violation.js";
import { checkAssertion } from "./assertion.js";
import type { MessageMatcher } from "./message-patterns.js";
import type { CasePlan } from "./plan-case.js";
import { type PreparedTest, suiteProblem } from "./prepare.js";
import type { Answers, Question } from "./question.js";
import type { CaseResult, ReferenceDifference, TestResult } from "./result.js";

/** A case that was asked: everything that was found for it. */
export interface AskedCase {
  readonly plan: CasePlan;
  readonly violations: readonly Violation[];
  readonly difference: ReferenceDifference | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the answers of a case together. */
export function gatherCase(plan: CasePlan, answers: ReadonlyMap<Question, Answers>): AskedCase {
  const violations: Violation[] = [...plan.rejections];
  const diagnostics: Diagnostic[] = [...plan.diagnostics];
  const differences: ReferenceDifference[] = [];
  for (const { question, prefix } of plan.questions) {
    const { answer, compared } = answers.get(question) ?? { answer: { error: "it was not asked" } };
    if ("error" in answer) {
      const { suite } = plan.prepared;
      const holes = { name: plan.item.name, reason: answer.error };
      diagnostics.push(suiteProblem(suite, plan.item.path, "case-evaluation", holes));
      continue;
    }
    violations.push(...answer.violations.map(({ message, details }) => ({ message: prefix + message, details })));
    const own = compared === undefined ? answer.violations : "error" in compared ? [] : compared.violations;
    differences.push(differenceOf(own, answer.violations));
  }
  return { plan, violations, diagnostics, difference: merge(differences) };
}

function differenceOf(policy: readonly Violation[], reference: readonly Violation[]): ReferenceDifference {
  const textOf = ({ message, details }: Violation) => canonicalText([message, details]);
  const inPolicy = new Set(policy.map(textOf));
  const inReference = new Set(reference.map(textOf));
  return {
    onlyPolicy: policy.filter((violation) => !inReference.has(textOf(violation))),
    onlyReference: reference.filter((violation) => !inPolicy.has(textOf(violation))),
  };
}

function merge(differences: readonly ReferenceDifference[]): ReferenceDifference | undefined {
  const onlyPolicy = differences.flatMap((difference) => difference.onlyPolicy);
  const onlyReference = differences.flatMap((difference) => difference.onlyReference);
  return onlyPolicy.length + onlyReference.length === 0 ? undefined : { onlyPolicy, onlyReference };
}

/** Compares what was found with what the suite says. */
export function concludeCase(asked: AskedCase, matchers: ReadonlyMap<string, MessageMatcher>): CaseResult {
  const { plan, violations, difference } = asked;
  const { assertions, name } = plan.item;
  const diagnostics = [...asked.diagnostics, ...patternProblems(plan, matchers)];
  const messages = violations.map(({ message }) => message);
  const isInvalid = hasErrors(diagnostics);
  const checked = isInvalid ? [] : assertions.map((assertion) => checkAssertion(assertion, messages, matchers));
  const unmet = checked.filter((assertion) => assertion !== undefined);
  const isMet = unmet.length === 0 && difference === undefined;
  return {
    name,
    status: isInvalid ? "invalid" : isMet ? "passed" : "failed",
    diagnostics,
    violations,
    unmet,
    ...(difference === undefined ? {} : { difference }),
  };
}

function patternProblems(plan: CasePlan, matchers: ReadonlyMap<string, MessageMatcher>): readonly Diagnostic[] {
  return plan.item.assertions.flatMap(({ message, path }) => {
    const matcher = message === undefined ? undefined : matchers.get(message);
    if (matcher === undefined || typeof matcher === "function") return [];
    const holes = { pattern: JSON.stringify(message), reason: matcher.reason };
    return [suiteProblem(plan.prepared.suite, [...path, "message"], "message-pattern", holes)];
  });
}

/** The result of a test; `asked` are the cases that could be judged, in order. */
export function concludeTest(
  prepared: PreparedTest,
  failures: readonly Diagnostic[],
  cases: readonly CaseResult[],
): TestResult {
  const { test, skipped, refusals } = prepared;
  const diagnostics = [...prepared.diagnostics, ...failures];
  if (skipped) return { name: test.name, status: "skipped", diagnostics: [], cases: [] };
  if (hasErrors(diagnostics)) return { name: test.name, status: "invalid", diagnostics, cases: [] };
  if (test.invalid) return concludeInvalid(prepared, diagnostics);
  if (refusals.length > 0) {
    return { name: test.name, status: "invalid", diagnostics: [...diagnostics, ...refusals], cases: [] };
  }
  return { name: test.name, status: "passed", diagnostics, cases };
}

/**
 * gator's `invalid: true`: the schema must refuse the constraint. Any other refusal, an unknown field too, does not
 * count.
 */
function concludeInvalid({ test, refusals }: PreparedTest, diagnostics: readonly Diagnostic[]): TestResult {
  const other = refusals.find(({ code }) => code !== "constraint-schema");
  if (refusals.length > 0 && other === undefined) return { name: test.name, status: "passed", diagnostics, cases: [] };
  const found = other === undefined ? "it fits" : `it was refused for another reason: ${other.message}`;
  const failure = `the constraint should not fit its template's schema, but ${found}`;
  return { name: test.name, status: "failed", diagnostics, failure, cases: [] };
}
