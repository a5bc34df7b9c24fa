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

/** Keeps those members of a schema that are schemas. */
export function isObjectEntry(entry: [string, Json]): entry is [string, Schema] {
  return isObject(entry[1]);
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
