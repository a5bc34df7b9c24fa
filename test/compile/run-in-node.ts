import type { Rule } from "../../src/authoring/define-rule.js";
import { notePaths, pathOf } from "../../src/authoring/paths.js";
import type { Violation } from "../../src/authoring/violation.js";
import type { Json } from "../../src/ir/parameter-schema.js";
import type { Found } from "./case-files.js";

type Members = { readonly [key: string]: Json };

/**
 * What the TypeScript itself finds: with defaults applied, absent for null, and objects that have no members but their own
 * (JavaScript would find a `constructor` in any). `required` are the names of the parameters that must be set.
 */
export function runInNode(rule: Rule, required: readonly string[], object: Json, given: Members = {}): Found[] {
  const parameters = { ...withoutNulls(rule.defaults ?? {}), ...withoutNulls(given) };
  const missing = required.filter((name) => parameters[name] === undefined);
  if (missing.length > 0) return [notConfigured(rule, missing)];
  const reviewed = withoutNulls(object);
  notePaths(reviewed);
  return distinct([...rule.check({ object: reviewed, parameters })].map((violation) => foundOf(rule, violation)));
}

function notConfigured(rule: Rule, missing: readonly string[]): Found {
  return {
    message: `Not configured: set ${missing.join(", ")}`,
    details: { rule: rule.name, notConfigured: missing },
  };
}

function foundOf(rule: Rule, { message, where }: Violation): Found {
  const { container, field, found, allowed } = where;
  const details = {
    rule: rule.name,
    container: container?.name,
    field: field ?? (container && pathOf(container)),
    found,
    allowed,
  };
  // JSON leaves out what is undefined.
  return { message, details: JSON.parse(JSON.stringify(details)) };
}

// biome-ignore lint/suspicious/noExplicitAny: the copy is handed to TypeScript that was written for its own types
function withoutNulls(value: unknown): any {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.assign(
    Object.create(null),
    Object.fromEntries(members.map(([key, member]) => [key, withoutNulls(member)])),
  );
}

/** Violations are a set: equal ones are one, and they have no order. */
export function distinct(violations: readonly Found[]): Found[] {
  const byText = new Map(violations.map((each) => [canonical(each), each]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
