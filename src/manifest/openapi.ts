import { textShapes } from "../assign/text-meaning.js";
import type { Json, ObjectSchema, ParameterSchema, SchemaNode, StringSchema } from "../ir/parameter-schema.js";

type OpenApi = { readonly [key: string]: Json };

/**
 * The `openAPIV3Schema` of a ConstraintTemplate's parameters: structural, with a `type` everywhere. Parameters that an
 * assignment must set are not required here: while one is absent the template itself reports it as not configured, and
 * a constraint that the API server refused could not. Members of nested objects are required as the author says.
 */
export function parametersOpenApi({ root, defaults }: ParameterSchema): OpenApi {
  const properties = Object.entries(root.properties).map(([name, node]): [string, Json] => {
    const value = defaults[name];
    return [name, { ...nodeOpenApi(node), ...(value === undefined ? {} : { default: value }) }];
  });
  return {
    type: "object",
    ...described(root),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
  };
}

function nodeOpenApi(node: SchemaNode): OpenApi {
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
        items: nodeOpenApi(node.items),
      };
    case "object":
      return objectOpenApi(node);
    case "map":
      return { type: "object", ...described(node), additionalProperties: nodeOpenApi(node.values) };
  }
}

function objectOpenApi(node: ObjectSchema): OpenApi {
  const properties = Object.entries(node.properties).map(([name, member]): [string, Json] => [
    name,
    nodeOpenApi(member),
  ]);
  return {
    type: "object",
    ...described(node),
    ...(node.required.length === 0 ? {} : { required: node.required }),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
  };
}

/**
 * A pattern for what the text means, where there is one that refuses illegal texts only. That of a regular expression
 * would say no more than "not empty".
 */
function patterns({ pattern, meaning }: StringSchema): OpenApi {
  const meant = meaning === undefined || meaning === "regex" ? undefined : textShapes[meaning].pattern;
  if (pattern === undefined) return meant === undefined ? {} : { pattern: meant };
  return meant === undefined ? { pattern } : { pattern, allOf: [{ pattern: meant }] };
}

function described({ title, description, example }: SchemaNode): OpenApi {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  };
}

function given<N extends object, K extends string & keyof N>(node: N, keys: readonly K[]): OpenApi {
  const present = keys.flatMap((key): [string, Json][] => {
    // The keys that callers name hold numbers or lists of scalars.
    const value = node[key] as Json | undefined;
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(present);
}
