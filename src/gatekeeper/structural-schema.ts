import { at, type Path, pathText, textAt } from "../resources/json.js";
import {
  isIntOrString,
  isObjectEntry,
  keepsUnknownFields,
  type Schema,
  type SchemaViolation,
  schemaAt,
} from "./schema.js";
import { validate } from "./schema-validation.js";

/**
 * What the API server finds wrong with a parameter schema: a node without a type, a default that its own schema
 * refuses. (The other rules of ValidateCustomResourceDefinition are left to the cluster.)
 */
export function structuralProblem(schema: Schema, path: Path = [], checksDefaults = true): SchemaViolation | undefined {
  const type = textAt(schema, "type");
  if (type === "" && !keepsUnknownFields(schema) && !isIntOrString(schema)) return { path, problem: "has no type" };
  if (type !== "" && !types.has(type)) return { path, problem: `has the unknown type ${JSON.stringify(type)}` };
  const items = schemaAt(schema, "items");
  if (type === "array" && items === undefined) return { path, problem: "is an array without items" };
  const fallback = at(schema, "default") ?? null;
  const [misfit] = fallback === null || !checksDefaults ? [] : validate(fallback, schema);
  if (misfit !== undefined) return { path: [...path, "default"], problem: defaultProblem(misfit) };
  for (const [step, child] of children(schema)) {
    // The API server looks at no default below additionalProperties.
    const isInMap = step[0] === "additionalProperties";
    const problem = structuralProblem(child, [...path, ...step], checksDefaults && !isInMap);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function defaultProblem({ path, problem }: SchemaViolation): string {
  return `${path.length === 0 ? "" : `at ${pathText(path)} `}${problem}`;
}

const types: ReadonlySet<string> = new Set(["object", "array", "string", "integer", "number", "boolean"]);

function children(schema: Schema): [Path, Schema][] {
  const properties = Object.entries(schemaAt(schema, "properties") ?? {})
    .filter(isObjectEntry)
    .map(([name, child]): [Path, Schema] => [["properties", name], child]);
  const items = schemaAt(schema, "items");
  const additional = schemaAt(schema, "additionalProperties");
  return [
    ...properties,
    ...(items === undefined ? [] : [[["items"], items] as [Path, Schema]]), // a tuple, not a list of either
    ...(additional === undefined ? [] : [[["additionalProperties"], additional] as [Path, Schema]]), // as above
  ];
}
