import type { Rule } from "../../src/authoring/define-rule.js";
import { notePaths, pathOf } from "../../src/authoring/paths.js";
import type { Violation } from "../../src/authoring/violation.js";
import type { JsonObject } from "../../src/fixtures/fixture.js";
import type { Json, ParameterSchema } from "../../src/ir/parameter-schema.js";
import type { Finding } from "./finding.js";

/**
 * What the rule's own TypeScript finds in an object. Before that, as the language has it: null is absent, parameters
 * that are not set have their defaults, and while a required one is not set the rule is not configured.
 */
export function findingsInTypeScript(
  rule: Rule,
  schema: ParameterSchema,
  object: JsonObject,
  parameters: JsonObject,
): Finding[] {
  const given = withoutNulls(parameters);
  const notConfigured = schema.root.required.filter((name) => given[name] === undefined);
  if (notConfigured.length > 0) {
    const msg = `Not configured: set ${notConfigured.join(", ")}`;
    return [{ msg, details: { rule: rule.name, notConfigured } }];
  }
  const reviewed = withoutNulls(object);
  notePaths(reviewed);
  const violations = rule.check({ object: reviewed, parameters: { ...schema.defaults, ...given } });
  return [...violations].map((violation) => finding(rule.name, violation));
}

function finding(rule: string, { message, where }: Violation): Finding {
  const { container, found, allowed } = where;
  const field = where.field ?? (container === undefined ? undefined : pathOf(container));
  // What a violation shows is JSON by its type, and JSON.stringify leaves absent members out.
  const details = JSON.parse(JSON.stringify({ rule, container: container?.name, field, found, allowed })) as JsonObject;
  return { msg: message, details };
}

/** A copy without the members that are null. */
function withoutNulls(object: JsonObject): JsonObject {
  const present = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(present.map(([key, value]) => [key, valueWithoutNulls(value)]));
}

function valueWithoutNulls(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  // Array.isArray does not tell a readonly array from an object.
  return Array.isArray(value) ? (value as readonly Json[]).map(valueWithoutNulls) : withoutNulls(value as JsonObject);
}
