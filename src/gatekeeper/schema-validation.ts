import { isDeepStrictEqual } from "node:util";
import { at, describe, isList, isObject, type Json, type JsonObject, type Path, textAt } from "../resources/json.js";
import { nativePattern } from "./go-regexp.js";
import { additionalSchema, isIntOrString, type Schema, type SchemaViolation, schemaAt } from "./schema.js";

/** Everything about a value that its schema forbids; fields that no schema names are `unknownFields`' matter. */
export function validate(value: Json, schema: Schema, path: Path = []): readonly SchemaViolation[] {
  if (value === null && at(schema, "nullable") === true) return [];
  const typeProblem = wrongType(value, schema);
  if (typeProblem !== undefined) return [{ path, problem: typeProblem }];
  const problems = [enumProblem(value, schema), ...valueProblems(value, schema), ...combinationProblems(value, schema)];
  const own = problems.filter((problem) => problem !== undefined).map((problem) => ({ path, problem }));
  return [...own, ...childViolations(value, schema, path)];
}

function wrongType(value: Json, schema: Schema): string | undefined {
  if (isIntOrString(schema)) {
    const fits = typeof value === "string" || Number.isInteger(value);
    return fits ? undefined : `must be an integer or a string, not ${describe(value)}`;
  }
  const type = textAt(schema, "type");
  const check = typeChecks[type];
  return check === undefined || check.holds(value) ? undefined : `must be ${check.name}, not ${describe(value)}`;
}

const typeChecks: Readonly<Record<string, { readonly name: string; readonly holds: (value: Json) => boolean }>> = {
  object: { name: "an object", holds: isObject },
  array: { name: "an array", holds: isList },
  string: { name: "a string", holds: (value) => typeof value === "string" },
  boolean: { name: "a boolean", holds: (value) => typeof value === "boolean" },
  number: { name: "a number", holds: (value) => typeof value === "number" },
  integer: { name: "an integer", holds: (value) => Number.isInteger(value) },
};

function enumProblem(value: Json, schema: Schema): string | undefined {
  const allowed = at(schema, "enum");
  if (!isList(allowed) || allowed.some((item) => isDeepStrictEqual(item, value))) return undefined;
  return `must be one of ${allowed.map((item) => JSON.stringify(item)).join(", ")}, not ${JSON.stringify(value)}`;
}

function valueProblems(value: Json, schema: Schema): readonly (string | undefined)[] {
  if (typeof value === "string") return stringProblems(value, schema);
  if (typeof value === "number") return numberProblems(value, schema);
  if (isList(value)) return sizeProblems(value.length, schema, "minItems", "maxItems", "items");
  if (!isObject(value)) return [];
  const required = at(schema, "required");
  const missing = (isList(required) ? required : []).filter((name) => !Object.hasOwn(value, String(name)));
  return [
    ...missing.map((name) => `needs the field ${JSON.stringify(name)}`),
    ...sizeProblems(Object.keys(value).length, schema, "minProperties", "maxProperties", "fields"),
  ];
}

function stringProblems(value: string, schema: Schema): readonly (string | undefined)[] {
  const pattern = textAt(schema, "pattern");
  const mismatch = pattern !== "" && nativePattern(pattern)?.test(value) === false;
  return [
    // Go counts runes.
    ...sizeProblems([...value].length, schema, "minLength", "maxLength", "characters"),
    mismatch ? `must match ${pattern}, and ${JSON.stringify(value)} does not` : undefined,
  ];
}

function limit(schema: Schema, name: string): number | undefined {
  const value = at(schema, name);
  return typeof value === "number" ? value : undefined;
}

function sizeProblems(size: number, schema: Schema, min: string, max: string, unit: string): (string | undefined)[] {
  const least = limit(schema, min);
  const most = limit(schema, max);
  return [
    least !== undefined && size < least ? `must have at least ${least} ${unit}, not ${size}` : undefined,
    most !== undefined && size > most ? `must have at most ${most} ${unit}, not ${size}` : undefined,
  ];
}

function numberProblems(value: number, schema: Schema): (string | undefined)[] {
  const least = limit(schema, "minimum");
  const most = limit(schema, "maximum");
  const step = limit(schema, "multipleOf");
  const isTooSmall = least !== undefined && (at(schema, "exclusiveMinimum") === true ? value <= least : value < least);
  const isTooLarge = most !== undefined && (at(schema, "exclusiveMaximum") === true ? value >= most : value > most);
  return [
    isTooSmall ? `must not be ${value}: the minimum is ${least}` : undefined,
    isTooLarge ? `must not be ${value}: the maximum is ${most}` : undefined,
    step !== undefined && value % step !== 0 ? `must be a multiple of ${step}, not ${value}` : undefined,
  ];
}

/** allOf, anyOf, oneOf and not; in a structural schema they only restrict values. */
function combinationProblems(value: Json, schema: Schema): (string | undefined)[] {
  const count = (key: string): { readonly fitting: number; readonly all: number } | undefined => {
    const parts = at(schema, key);
    if (!isList(parts)) return undefined;
    const fitting = parts.filter((part) => isObject(part) && validate(value, part).length === 0).length;
    return { fitting, all: parts.length };
  };
  const allOf = count("allOf");
  const anyOf = count("anyOf");
  const oneOf = count("oneOf");
  const not = schemaAt(schema, "not");
  return [
    allOf !== undefined && allOf.fitting < allOf.all ? "must fit every schema of allOf" : undefined,
    anyOf !== undefined && anyOf.fitting === 0 ? "must fit a schema of anyOf" : undefined,
    oneOf !== undefined && oneOf.fitting !== 1
      ? `must fit exactly one schema of oneOf, not ${oneOf.fitting}`
      : undefined,
    not !== undefined && validate(value, not).length === 0 ? "must not fit the schema of not" : undefined,
  ];
}

function childViolations(value: Json, schema: Schema, path: Path): readonly SchemaViolation[] {
  if (isList(value)) {
    const items = schemaAt(schema, "items");
    return items === undefined ? [] : value.flatMap((item, index) => validate(item, items, [...path, index]));
  }
  return isObject(value) ? fieldViolations(value, schema, path) : [];
}

function fieldViolations(value: JsonObject, schema: Schema, path: Path): readonly SchemaViolation[] {
  const additional = additionalSchema(schema);
  return Object.entries(value).flatMap(([name, item]) => {
    const child = schemaAt(schema, "properties", name) ?? additional;
    return child === undefined ? [] : validate(item, child, [...path, name]);
  });
}
