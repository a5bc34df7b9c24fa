import type { Constraint } from "../gatekeeper/constraint.js";
import { matchesReview, type Namespaces } from "../gatekeeper/review.js";
import { at, isList, type Json } from "../resources/json.js";
import type { Finding } from "./finding.js";
import type { Policy } from "./policy.js";
import type { PolicyManifest, PolicyRule } from "./policy-manifest.js";
import type { Subject } from "./subject.js";
import { type Violation, violationsOf } from "./violation.js";

/** A compiled rule set with the constraints that are put to it. */
export interface Judge {
  readonly policy: Policy;
  readonly manifest: PolicyManifest;
  readonly rules: ReadonlyMap<string, PolicyRule>;
  readonly constraints: readonly Constraint[];
}

/** What judging one subject gives. */
export interface Judgement {
  /** The constraints that look at the subject. */
  readonly matched: readonly Constraint[];
  /** Ordered by kind, constraint, message and details. */
  readonly findings: readonly Finding[];
}

/**
 * Puts the constraints' parameters into the policy's data. Constraints of kinds that the policy does not have are left
 * out.
 */
export function prepareJudge(policy: Policy, manifest: PolicyManifest, constraints: readonly Constraint[]): Judge {
  const rules = new Map(manifest.rules.map((rule) => [rule.kind, rule]));
  const known = constraints.filter(({ kind }) => rules.has(kind)).sort(byKindAndName);
  const parameters: Record<string, Record<string, Json>> = {};
  for (const { kind, name, parameters: values } of known) parameters[kind] = { ...parameters[kind], [name]: values };
  policy.setData({ constraints: parameters });
  return { policy, manifest, rules, constraints: known };
}

function byKindAndName(one: Constraint, other: Constraint): number {
  return one.kind === other.kind ? compareText(one.name, other.name) : compareText(one.kind, other.kind);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Judges one subject by the constraints that match it: all at once, or, when the policy as a whole ends in an error,
 * rule by rule, so that one rule's error hides nothing of the others. An error counts as a violation, as in Gatekeeper.
 */
export function judgeSubject(judge: Judge, subject: Subject, namespaces: Namespaces): Judgement {
  const matched: Constraint[] = [];
  const violations = new Map<Constraint, readonly Violation[]>();
  for (const constraint of judge.constraints) {
    if (constraint.enforcementAction === undefined) continue;
    const answer = matchesReview(constraint.match, subject.review, namespaces);
    if (typeof answer === "object") violations.set(constraint, [{ message: answer.error, details: {} }]);
    else if (answer) matched.push(constraint);
  }
  const found =
    matched.length === 0 ? new Map() : (askTogether(judge, subject, matched) ?? askApart(judge, subject, matched));
  for (const [constraint, list] of found) violations.set(constraint, list);
  return { matched, findings: findingsOf(judge, subject, violations) };
}

type Found = ReadonlyMap<Constraint, readonly Violation[]>;

function askTogether(
  { policy, manifest }: Judge,
  { review }: Subject,
  matched: readonly Constraint[],
): Found | undefined {
  const names: Record<string, string[]> = {};
  for (const { kind, name } of matched) names[kind] = [...(names[kind] ?? []), name];
  const evaluation = policy.evaluate(manifest.allEntrypoint, { review: review.input, constraints: names });
  if ("error" in evaluation) return undefined;
  const members = isList(evaluation.result) ? evaluation.result : [];
  const found = new Map<Constraint, readonly Violation[]>();
  for (const constraint of matched) {
    const own = members.filter((item) => at(item, "kind") === constraint.kind && at(item, "name") === constraint.name);
    const violations = violationsOf(own.map((item) => at(item, "violation") ?? null));
    found.set(constraint, "error" in violations ? [failure(violations.error)] : violations);
  }
  return found;
}

function askApart({ policy, rules }: Judge, { review }: Subject, matched: readonly Constraint[]): Found {
  const found = new Map<Constraint, readonly Violation[]>();
  for (const constraint of matched) {
    const entrypoint = rules.get(constraint.kind)?.entrypoint ?? "";
    const evaluation = policy.evaluate(entrypoint, { review: review.input, parameters: constraint.parameters });
    const violations = "error" in evaluation ? evaluation : violationsOf(evaluation.result);
    found.set(constraint, "error" in violations ? [failure(violations.error)] : violations);
  }
  return found;
}

function failure(reason: string): Violation {
  return { message: `The policy failed on this object: ${reason}`, details: {} };
}

/** In the order of the constraints, which is that of kind and name; each one's violations are ordered already. */
function findingsOf({ constraints, rules }: Judge, subject: Subject, violations: Found): readonly Finding[] {
  const { object, owner, resource, prefix } = subject;
  return constraints.flatMap((constraint) => {
    const rule = rules.get(constraint.kind)?.name;
    return (violations.get(constraint) ?? []).map(({ message, details }) => ({
      constraint: constraint.name,
      kind: constraint.kind,
      ...(rule === undefined ? {} : { rule }),
      enforcementAction: constraint.enforcementAction ?? "",
      message,
      details,
      object,
      owner,
      resource,
      prefix,
    }));
  });
}
