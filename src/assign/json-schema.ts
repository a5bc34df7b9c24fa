import type { Json } from "../ir/parameter-schema.js";
import { type JsonSchema, parametersJsonSchema } from "./parameter-json-schema.js";
import { type AssignableRule, apiVersion, effects, kind } from "./records.js";

/** Gatekeeper's webhook refuses its own resources with longer names (pkg/webhook/policy.go, 3.23.1). */
export const longestConstraintName = 63;

/** match.excludedNamespaces of Gatekeeper's CRD (pkg/wildcard, 3.23.1); the empty glob it lets through excludes nothing. */
export const namespaceGlob = "^\\*?[-:a-z0-9]*\\*?$";

const effectMeanings = [
  "audit: violations are reported, nothing is refused.",
  "deny: what violates is refused.",
  "warn: what violates is admitted, and whoever sent it is warned.",
  "disabled: the rule is not installed.",
];

/**
 * The JSON Schema of assignment files for a rule set, for editors and for `assign` itself. Draft-07, which is what
 * yaml-language-server supports best. What it refuses, `assign` refuses too, but for one case: where `parameters` are given
 * and a required one is absent, an editor complains and `assign` says "not configured".
 */
export function assignmentJsonSchema(rules: readonly AssignableRule[]): JsonSchema {
  const sorted = [...rules].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Gatewright assignment",
    ...mapping(
      "Which rules a cluster gets, with what effect and parameters.",
      ["apiVersion", "kind", "metadata", "spec"],
      {
        apiVersion: { const: apiVersion, description: "The version of this format." },
        kind: { const: kind, description: "What this file is." },
        metadata: mapping("What the assignment is called.", ["name"], { name: nameSchema(sorted) }),
        spec: specSchema(sorted),
      },
    ),
  };
}

/** How long an assignment's name may be, so that every constraint `<name>-<rule>` is legal. */
function longestName(rules: readonly AssignableRule[]): number {
  const longestRule = Math.max(0, ...rules.map(({ metadata }) => metadata.name.length));
  return Math.max(1, longestConstraintName - longestRule - 1);
}

function nameSchema(rules: readonly AssignableRule[]): JsonSchema {
  return {
    type: "string",
    description: "The file's name without .yaml; constraints are named <this>-<rule>.",
    pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
    maxLength: longestName(rules),
  };
}

function specSchema(rules: readonly AssignableRule[]): JsonSchema {
  const named = rules.map((rule) => [rule.metadata.name, ruleSchema(rule)] as const);
  return {
    ...mapping("The assignment covers every rule of the rule set.", ["effect"], {
      description: { type: "string", description: "For its readers." },
      effect: effectSchema("What every rule does, unless it has an effect of its own."),
      excludedNamespaces: namespacesSchema("Namespaces that no rule looks at."),
      rules: mapping("What differs from rule to rule.", [], Object.fromEntries(named)),
    }),
    ...denyNeedsParameters(rules),
  };
}

function ruleSchema(rule: AssignableRule): JsonSchema {
  const { title, description } = rule.metadata;
  return {
    title: title.en,
    ...mapping(description.en, [], {
      effect: effectSchema("What this rule does."),
      excludedNamespaces: namespacesSchema("Namespaces that this rule does not look at, besides those for all rules."),
      parameters: parametersJsonSchema(rule.parameters),
    }),
    ...(rule.parameters.root.required.length > 0 ? whereDenied({ required: ["parameters"] }) : {}),
  };
}

/** A rule that denies must be configured. Which parameters it needs, the schema of `parameters` says. */
function whereDenied(demand: JsonSchema): JsonSchema {
  const denied = { required: ["effect"], properties: { effect: { const: "deny" } } };
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword, in a record that nobody awaits.
  return { if: denied, then: demand };
}

/** Where the effect for all rules is deny, a rule that needs parameters has them, or an effect of its own. */
function denyNeedsParameters(rules: readonly AssignableRule[]): JsonSchema {
  const names = rules.filter((rule) => rule.parameters.root.required.length > 0).map((rule) => rule.metadata.name);
  if (names.length === 0) return {};
  const either: Json = { anyOf: [{ required: ["parameters"] }, { required: ["effect"] }] };
  const properties = Object.fromEntries(names.map((name) => [name, either]));
  return whereDenied({ required: ["rules"], properties: { rules: { required: names, properties } } });
}

function effectSchema(description: string): JsonSchema {
  return {
    enum: effects,
    enumDescriptions: effectMeanings,
    description: `${description}\n\n${effectMeanings.join("\n\n")}`,
  };
}

function namespacesSchema(description: string): JsonSchema {
  return {
    type: "array",
    description: `${description} Names, or globs with "*" at the beginning or the end.`,
    items: {
      type: "string",
      pattern: namespaceGlob,
      patternErrorMessage: 'A name of a namespace, or a glob with "*" at its beginning or end.',
      minLength: 1,
    },
  };
}

function mapping(description: string, required: readonly string[], properties: JsonSchema): JsonSchema {
  return { type: "object", description, required, properties, additionalProperties: false };
}
