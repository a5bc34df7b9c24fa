import type { Json, ObjectSchema, ParameterSchema, SchemaNode, StringSchema } from "../ir/parameter-schema.js";
import { textShapes } from "./text-meaning.js";

/** A JSON Schema, draft-07. */
export type JsonSchema = { readonly [key: string]: Json };

/** The schema of `parameters` of one rule: each with its default, none beside them. */
export function parametersJsonSchema({ root, defaults }: ParameterSchema): JsonSchema {
  return objectSchema(root, (name) => (Object.hasOwn(defaults, name) ? { default: defaults[name] ?? null } : {}));
}

function nodeSchema(node: SchemaNode): JsonSchema {
  switch (node.type) {
    case "string":
      return {
        type: "string",
        ...described(node),
        ...given(node, ["enum", "minLength", "maxLength"]),
        ...patterns(node),
      };
    case "integer":
    case "number":
      return { type: node.type, ...described(node), ...given(node, ["enum", "minimum", "maximum"]) };
    case "boolean":
      return { type: "boolean", ...described(node) };
    case "array":
      return {
        type: "array",
        ...described(node),
        ...given(node, ["minItems", "maxItems"]),
        items: nodeSchema(node.items),
      };
    case "object":
      return objectSchema(node, () => ({}));
    case "map":
      return { type: "object", ...described(node), additionalProperties: nodeSchema(node.values) };
  }
}

function objectSchema(node: ObjectSchema, extra: (name: string) => JsonSchema): JsonSchema {
  const members = Object.entries(node.properties).map(([name, member]) => [
    name,
    { ...nodeSchema(member), ...extra(name) },
  ]);
  return {
    type: "object",
    ...described(node),
    properties: Object.fromEntries(members),
    ...(node.required.length > 0 ? { required: node.required } : {}),
    additionalProperties: false,
  };
}

/** The author's own pattern and that of the meaning both hold; `patternErrorMessage` is what an editor shows. */
function patterns(node: StringSchema): JsonSchema {
  const own = node.pattern !== undefined && isEcmaScript(node.pattern) ? { pattern: node.pattern } : {};
  if (node.meaning === undefined) return own;
  const shape = textShapes[node.meaning];
  const meant = { pattern: shape.pattern, patternErrorMessage: shape.explained };
  return "pattern" in own ? { ...own, allOf: [meant] } : meant;
}

/** The API server reads patterns as RE2; one that only RE2 can read is left to it. */
function isEcmaScript(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function described({ title, description, example }: SchemaNode): JsonSchema {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { examples: [example] }),
  };
}

function given<N extends object, K extends string & keyof N>(node: N, keys: readonly K[]): JsonSchema {
  const present = keys.filter((key) => node[key] !== undefined);
  return Object.fromEntries(present.map((key) => [key, node[key] as Json])); // the keys named above hold JSON
}
