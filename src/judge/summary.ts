import type { Constraint } from "../gatekeeper/constraint.js";
import { at, isList } from "../resources/json.js";
import type { Finding, ObjectIdentity } from "./finding.js";
import type { Judgement } from "./judge.js";
import type { PolicyManifest } from "./policy-manifest.js";
import type { RuleText } from "./rule-index.js";
import { identityText, type Subject } from "./subject.js";

/**
 * `not-configured`: the rule lacks a parameter, so everything that it looks at is unhealthy; `not-applicable`: there is
 * nothing in the input that it looks at; `disabled`: the assignment has no constraint of it.
 */
export type RuleState = "healthy" | "unhealthy" | "not-configured" | "not-applicable" | "disabled";

/** What an input means for one rule. */
export interface RuleSummary {
  readonly rule: string;
  readonly kind: string;
  /** Absent when the bundle has no index. */
  readonly text?: RuleText;
  readonly state: RuleState;
  /** How many components the rule looked at. */
  readonly judged: number;
  readonly affected: readonly Component[];
}

/** A topmost owner with what was found in it and in all that it owns. */
export interface Component {
  readonly object: ObjectIdentity;
  /** At least one; the same message from several of its objects is there once. */
  readonly findings: readonly Finding[];
}

export interface Judged {
  readonly subject: Subject;
  readonly judgement: Judgement;
}

/** One summary for each rule of the policy, in the policy's order. */
export function summarize(
  manifest: PolicyManifest,
  constraints: readonly Constraint[],
  texts: ReadonlyMap<string, RuleText>,
  judged: readonly Judged[],
): readonly RuleSummary[] {
  return manifest.rules.map(({ name, kind }) => {
    const isAssigned = constraints.some((constraint) => constraint.kind === kind);
    const looked = judged.filter(({ judgement }) => judgement.matched.some((constraint) => constraint.kind === kind));
    const components = new Set(looked.map(({ subject }) => identityText(subject.owner)));
    const findings = judged.flatMap(({ judgement }) => judgement.findings.filter((finding) => finding.kind === kind));
    const affected = componentsOf(findings);
    const text = texts.get(name);
    return {
      rule: name,
      kind,
      ...(text === undefined ? {} : { text }),
      state: isAssigned ? stateOf(components.size, findings) : "disabled",
      judged: components.size,
      affected,
    };
  });
}

function stateOf(components: number, findings: readonly Finding[]): RuleState {
  if (findings.some(isNotConfigured)) return "not-configured";
  if (findings.length > 0) return "unhealthy";
  return components === 0 ? "not-applicable" : "healthy";
}

/** The finding of a rule that waits for a parameter: see the generated templates. */
export function isNotConfigured({ details }: Finding): boolean {
  return isList(at(details, "notConfigured"));
}

function componentsOf(findings: readonly Finding[]): readonly Component[] {
  const components = new Map<string, { object: ObjectIdentity; findings: Map<string, Finding> }>();
  for (const finding of findings) {
    const key = identityText(finding.owner);
    const component = components.get(key) ?? { object: finding.owner, findings: new Map() };
    components.set(key, component);
    const text = JSON.stringify([finding.constraint, finding.message]);
    if (!component.findings.has(text)) component.findings.set(text, finding);
  }
  return [...components.values()].map(({ object, findings: own }) => ({ object, findings: [...own.values()] }));
}
