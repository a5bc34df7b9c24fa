import type { Json, ParameterSchema, SchemaNode } from "../ir/parameter-schema.js";
import { array, object, type Rule, scalar, type Term, variable } from "./ast.js";
import { libraryCall } from "./library-call.js";

/**
 * The parameters, read once: each of its type, with its default where it is absent. The API server applies the same
 * defaults, but none of them when a constraint has no `parameters` at all.
 */
export function parametersRule(schema: ParameterSchema): Rule {
  const members = Object.entries(schema.root.properties).map(([name, node]) => {
    const path = array([scalar("parameters"), scalar(name)]);
    return [name, readParameter(node, schema.defaults[name], path)] as const;
  });
  return { name: "parameters", clauses: [{ value: object(members), body: [] }], comment: [] };
}

function readParameter(node: SchemaNode, fallback: Json | undefined, path: Term): Term {
  const input = variable("input");
  if (fallback === undefined) return libraryCall("fields", "optional", input, path, scalar(regoType(node)));
  const empty = Array.isArray(fallback) && fallback.length === 0;
  if (empty && node.type === "array" && node.items.type === "string")
    return libraryCall("fields", "strings", input, path);
  return libraryCall("fields", "get", input, path, jsonTerm(fallback));
}

function regoType(node: SchemaNode): string {
  if (node.type === "integer") return "number";
  return node.type === "map" ? "object" : node.type;
}

function jsonTerm(value: Json): Term {
  if (typeof value !== "object" || value === null) return scalar(value);
  if (isList(value)) return array(value.map(jsonTerm));
  return object(Object.entries(value).map(([key, member]) => [key, jsonTerm(member)] as const));
}

/** `Array.isArray` alone does not narrow a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
