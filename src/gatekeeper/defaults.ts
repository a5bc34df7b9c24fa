import { at, isList, isObject, type Json, type JsonObject, setKey } from "../resources/json.js";
import { additionalSchema, type Schema, schemaAt } from "./schema.js";

/**
 * A value with the defaults of its schema, as the API server fills them in (structural defaulting in
 * apiextensions-apiserver): a field that is absent, or null though it may not be, gets its default, and defaults inside
 * it apply after that. Where the parent is absent, nothing is added.
 */
export function withDefaults(value: Json, schema: Schema): Json {
  if (isList(value)) {
    const items = schemaAt(schema, "items");
    return items === undefined ? value : value.map((item) => withDefaults(orDefault(item, items), items));
  }
  return isObject(value) ? objectWithDefaults(value, schema) : value;
}

function objectWithDefaults(value: JsonObject, schema: Schema): JsonObject {
  const result: Record<string, Json> = {};
  const additional = additionalSchema(schema);
  for (const [name, item] of Object.entries(value)) {
    const child = schemaAt(schema, "properties", name) ?? additional;
    setKey(result, name, child === undefined ? item : withDefaults(orDefault(item, child), child));
  }
  for (const [name, child] of Object.entries(schemaAt(schema, "properties") ?? {})) {
    const fallback = at(child, "default");
    if (Object.hasOwn(value, name) || fallback === undefined || fallback === null || !isObject(child)) continue;
    setKey(result, name, withDefaults(fallback, child));
  }
  return result;
}

/** A null that the schema does not allow counts as absent. */
function orDefault(value: Json, schema: Schema): Json {
  if (value !== null || at(schema, "nullable") === true) return value;
  return at(schema, "default") ?? null;
}
