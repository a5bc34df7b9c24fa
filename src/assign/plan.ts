import type { Diagnostic, Location } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Json } from "../ir/parameter-schema.js";
import {
  type AssignableRule,
  type Effect,
  type EnforcementAction,
  effects,
  type NotConfigured,
  type ResolvedAssignment,
  type ResolvedConstraint,
} from "./records.js";
import { entryOf, pointAt, spotOf, textAt, toJson, type YamlNode } from "./yaml-tree.js";

/** What a document asks of one rule, as far as it can be understood. */
export interface RulePlan {
  readonly rule: AssignableRule;
  /** Undefined where the document has none, or none that exists. */
  readonly effect: { readonly value: Effect; readonly at: Location } | undefined;
  readonly excludedNamespaces: readonly string[];
  readonly parameters: Readonly<Record<string, Json>>;
  /** Required parameters that are not given. */
  readonly missing: readonly string[];
}

const enforcementActions: Readonly<Record<Exclude<Effect, "disabled">, EnforcementAction>> = {
  audit: "dryrun",
  deny: "deny",
  warn: "warn",
};

/** The plans of all rules, sorted by name: an assignment covers those that it does not mention, too. */
export function planRules(root: YamlNode, rules: readonly AssignableRule[]): RulePlan[] {
  return rules.map((rule) => planRule(root, rule)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function planRule(root: YamlNode, rule: AssignableRule): RulePlan {
  const own = ["spec", "rules", rule.metadata.name];
  const parameters = givenParameters(spotOf(root, [...own, "parameters"])?.node);
  const namespaces = [...textsAt(root, ["spec"]), ...textsAt(root, own)];
  return {
    rule,
    effect: effectAt(root, own) ?? effectAt(root, ["spec"]),
    excludedNamespaces: [...new Set(namespaces)],
    parameters,
    missing: rule.parameters.root.required.filter((name) => !Object.hasOwn(parameters, name)),
  };
}

/**
 * Denying before a rule is configured refuses everything: an error. Warning then is noise on every request: a warning.
 * Nothing is said where an unknown parameter is given: it may well be the missing one, misspelt.
 */
export function configurationDiagnostics(plans: readonly RulePlan[]): Diagnostic[] {
  return plans.flatMap((plan) => {
    const { effect, missing } = plan;
    if (effect === undefined || missing.length === 0 || hasUnknownParameter(plan)) return [];
    const holes = { rule: nameOf(plan), missing: missing.join(", ") };
    if (effect.value === "deny") return [diagnose("assignment-deny-not-configured", holes, effect.at)];
    return effect.value === "warn" ? [diagnose("assignment-warn-not-configured", holes, effect.at)] : [];
  });
}

/** What a document without errors means. */
export function resolve(root: YamlNode, file: string, plans: readonly RulePlan[]): ResolvedAssignment {
  const name = textAt(root, ["metadata", "name"]) ?? "";
  const description = textAt(root, ["spec", "description"]);
  const active = plans.filter((plan) => plan.effect?.value !== "disabled");
  return {
    name,
    file,
    ...(description === undefined ? {} : { description }),
    constraints: active.flatMap((plan) => constraintOf(plan, name)),
    disabled: plans.filter((plan) => plan.effect?.value === "disabled").map(nameOf),
    notConfigured: active.filter((plan) => plan.missing.length > 0).map(notConfiguredOf),
  };
}

function constraintOf(
  { rule, effect, excludedNamespaces, parameters }: RulePlan,
  assignment: string,
): ResolvedConstraint[] {
  if (effect === undefined || effect.value === "disabled") return [];
  const { name, kind, on } = rule.metadata;
  const enforcementAction = enforcementActions[effect.value];
  return [{ rule: name, kind, name: `${assignment}-${name}`, enforcementAction, on, excludedNamespaces, parameters }];
}

function notConfiguredOf(plan: RulePlan): NotConfigured {
  return { rule: nameOf(plan), missing: plan.missing };
}

function effectAt(root: YamlNode, steps: readonly string[]): RulePlan["effect"] {
  const written = textAt(root, [...steps, "effect"]);
  const value = effects.find((effect) => effect === written);
  const entry = entryOf(spotOf(root, steps)?.node, "effect");
  return value === undefined || entry === undefined ? undefined : { value, at: pointAt(entry.value.at) };
}

function textsAt(root: YamlNode, steps: readonly string[]): string[] {
  const list = spotOf(root, [...steps, "excludedNamespaces"])?.node;
  if (list?.kind !== "list") return [];
  return list.items.flatMap((item) => (item.kind === "scalar" && typeof item.value === "string" ? [item.value] : []));
}

function givenParameters(node: YamlNode | undefined): Readonly<Record<string, Json>> {
  if (node?.kind !== "map") return {};
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, toJson(value)]));
}

function hasUnknownParameter({ rule, parameters }: RulePlan): boolean {
  return Object.keys(parameters).some((name) => !Object.hasOwn(rule.parameters.root.properties, name));
}

function nameOf({ rule }: RulePlan): string {
  return rule.metadata.name;
}
