import { at, isList, isObject, type Json, type JsonObject, type Path } from "../resources/json.js";
import { additionalSchema, keepsUnknownFields, type Schema, schemaAt } from "./schema.js";

/**
 * The paths of fields that a structural schema does not name, which the API server would drop (pruning). The root of an
 * object always has apiVersion, kind and metadata, and metadata is not looked into.
 */
export function unknownFields(object: JsonObject, schema: Schema): readonly Path[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (name === "apiVersion" || name === "kind" || name === "metadata") return [];
    const child = schemaAt(schema, "properties", name);
    return child === undefined ? [[name]] : inValue(value, child, [name]);
  });
}

function inValue(value: Json, schema: Schema, path: Path): readonly Path[] {
  if (isList(value)) {
    const items = schemaAt(schema, "items");
    return items === undefined ? [] : value.flatMap((item, index) => inValue(item, items, [...path, index]));
  }
  return isObject(value) ? inObject(value, schema, path) : [];
}

function inObject(value: JsonObject, schema: Schema, path: Path): readonly Path[] {
  // An embedded object has a type and metadata of its own that no schema needs to name.
  const isEmbedded = at(schema, "x-kubernetes-embedded-resource") === true;
  const additional = additionalSchema(schema);
  return Object.entries(value).flatMap(([name, item]) => {
    const place = [...path, name];
    if (isEmbedded && ["apiVersion", "kind", "metadata"].includes(name)) return [];
    const child = schemaAt(schema, "properties", name) ?? additional;
    if (child !== undefined) return inValue(item, child, place);
    return keepsUnknownFields(schema) ? [] : [place];
  });
}
