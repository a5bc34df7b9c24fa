import { at, isObject, type Json, type JsonObject, type Path, textAt } from "../resources/json.js";

/** An OpenAPI v3 schema as a CRD holds it, unread. */
export type Schema = JsonObject;

/** Something about a value that its schema does not allow. */
export interface SchemaViolation {
  readonly path: Path;
  /** For example "must be a string, not a list". */
  readonly problem: string;
}

export function schemaAt(schema: Schema, ...path: Path): Schema | undefined {
  const found = at(schema, ...path);
  return isObject(found) ? found : undefined;
}

export function keepsUnknownFields(schema: Schema): boolean {
  return at(schema, "x-kubernetes-preserve-unknown-fields") === true;
}

export function isIntOrString(schema: Schema): boolean {
  return at(schema, "x-kubernetes-int-or-string") === true;
}

/** `additionalProperties` as a schema; `true` allows anything. */
export function additionalSchema(schema: Schema): Schema | undefined {
  const value = at(schema, "additionalProperties");
  if (value === true) return { "x-kubernetes-preserve-unknown-fields": true };
  return isObject(value) ? value : undefined;
}

/**
 * What the API server finds wrong with a schema that is not structural: a node without a type. (The other rules of
 * ValidateCustomResourceDefinition are left to the cluster.)
 */
export function structuralProblem(schema: Schema, path: Path = []): SchemaViolation | undefined {
  const type = textAt(schema, "type");
  if (type === "" && !keepsUnknownFields(schema) && !isIntOrString(schema)) return { path, problem: "has no type" };
  if (type !== "" && !types.has(type)) return { path, problem: `has the unknown type ${JSON.stringify(type)}` };
  const items = schemaAt(schema, "items");
  if (type === "array" && items === undefined) return { path, problem: "is an array without items" };
  for (const [step, child] of children(schema)) {
    const problem = structuralProblem(child, [...path, ...step]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const types: ReadonlySet<string> = new Set(["object", "array", "string", "integer", "number", "boolean"]);

function children(schema: Schema): [Path, Schema][] {
  const properties = Object.entries(schemaAt(schema, "properties") ?? {})
    .filter((entry): entry is [string, Schema] => isObject(entry[1]))
    .map(([name, child]): [Path, Schema] => [["properties", name], child]);
  const items = schemaAt(schema, "items");
  const additional = schemaAt(schema, "additionalProperties");
  return [
    ...properties,
    ...(items === undefined ? [] : [[["items"], items] as [Path, Schema]]), // a tuple, not a list of either
    ...(additional === undefined ? [] : [[["additionalProperties"], additional] as [Path, Schema]]), // as above
  ];
}

/**
 * A legacy schema with `x-kubernetes-preserve-unknown-fields` wherever an object may be, as Gatekeeper adds it
 * (AddPreserveUnknownFields in frameworks/constraint/pkg/schema).
 */
export function preserveUnknownFields(schema: Schema): Schema {
  const type = textAt(schema, "type");
  const result: Record<string, Json> = { ...schema };
  if (type === "" || type === "object") result["x-kubernetes-preserve-unknown-fields"] = true;
  const items = schemaAt(schema, "items");
  if (items !== undefined) result.items = preserveUnknownFields(items);
  else if (type === "array") result.items = { "x-kubernetes-preserve-unknown-fields": true };
  const properties = schemaAt(schema, "properties");
  if (properties !== undefined) {
    const entries = Object.entries(properties).map(([name, child]): [string, Json] => [
      name,
      isObject(child) ? preserveUnknownFields(child) : child,
    ]);
    result.properties = Object.fromEntries(entries);
  }
  const additional = schemaAt(schema, "additionalProperties");
  if (additional !== undefined) result.additionalProperties = preserveUnknownFields(additional);
  return result;
}
