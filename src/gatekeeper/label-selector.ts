import { at, isList, isObject, type Json, type JsonObject, textAt } from "../resources/json.js";

/** metav1.LabelSelector with everything present. */
export interface LabelSelector {
  readonly matchLabels: ReadonlyMap<string, string>;
  readonly matchExpressions: readonly LabelRequirement[];
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A selector without a condition matches everything. */
export function matchesLabels(selector: LabelSelector, labels: ReadonlyMap<string, string>): boolean {
  for (const [key, value] of selector.matchLabels) if (labels.get(key) !== value) return false;
  return selector.matchExpressions.every((requirement) => meets(requirement, labels));
}

/** As labels.Requirement: NotIn holds for an object without the label. */
function meets({ key, operator, values }: LabelRequirement, labels: ReadonlyMap<string, string>): boolean {
  const value = labels.get(key);
  if (operator === "In") return value !== undefined && values.includes(value);
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  if (operator === "Exists") return value !== undefined;
  return value === undefined;
}

export function readSelector(selector: JsonObject): LabelSelector {
  const labels = at(selector, "matchLabels");
  const expressions = at(selector, "matchExpressions");
  return {
    matchLabels: new Map(isObject(labels) ? Object.entries(labels).map(([key, value]) => [key, String(value)]) : []),
    matchExpressions: (isList(expressions) ? expressions : []).map(readRequirement),
  };
}

function readRequirement(requirement: Json): LabelRequirement {
  const values = at(requirement, "values");
  return {
    key: textAt(requirement, "key"),
    operator: textAt(requirement, "operator"),
    values: isList(values) ? values.map(String) : [],
  };
}

/** What is wrong with a selector, as metav1's ValidateLabelSelector has it; Gatekeeper refuses such a constraint. */
export function selectorProblem({ matchLabels, matchExpressions }: LabelSelector): string | undefined {
  for (const [key, value] of matchLabels) {
    const problem = keyProblem(key) ?? valueProblem(value);
    if (problem !== undefined) return problem;
  }
  for (const { key, operator, values } of matchExpressions) {
    const problem = operatorProblem(operator, values) ?? keyProblem(key) ?? values.map(valueProblem).find(Boolean);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function operatorProblem(operator: string, values: readonly string[]): string | undefined {
  if (operator === "In" || operator === "NotIn") {
    return values.length === 0 ? `the operator ${operator} needs values` : undefined;
  }
  if (operator === "Exists" || operator === "DoesNotExist") {
    return values.length > 0 ? `the operator ${operator} takes no values` : undefined;
  }
  return `${JSON.stringify(operator)} is no operator (In, NotIn, Exists, DoesNotExist)`;
}

const labelName = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const labelPrefix = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

function keyProblem(key: string): string | undefined {
  const parts = key.split("/");
  const name = parts.at(-1) ?? "";
  const prefix = parts.length === 2 ? (parts[0] ?? "") : undefined;
  const isLegal =
    parts.length <= 2 &&
    name.length <= 63 &&
    labelName.test(name) &&
    (prefix === undefined || (prefix.length <= 253 && labelPrefix.test(prefix)));
  return isLegal ? undefined : `${JSON.stringify(key)} is no label key`;
}

function valueProblem(value: string): string | undefined {
  const isLegal = value === "" || (value.length <= 63 && labelName.test(value));
  return isLegal ? undefined : `${JSON.stringify(value)} is no label value`;
}
