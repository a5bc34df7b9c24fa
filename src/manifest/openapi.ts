import { textShapes } from "../assign/text-meaning.js";
import type { ParameterSchema, SchemaNode, StringSchema } from "../ir/parameter-schema.js";
import { type SchemaDialect, type SchemaText, writeParameters } from "../ir/write-schema.js";

/**
 * The `openAPIV3Schema` of a ConstraintTemplate's parameters: structural, with a `type` everywhere. Parameters that an
 * assignment must set are not required here: while one is absent the template itself reports it as not configured, and
 * a constraint that the API server refused could not. Members of nested objects are required as the author says.
 */
export function parametersOpenApi(schema: ParameterSchema): SchemaText {
  return writeParameters(schema, openApi);
}

const openApi: SchemaDialect = { described, patterns, ofObjects: {}, demandsParameters: false };

/**
 * A pattern for what the text means, where there is one that refuses illegal texts only. That of a regular expression
 * would say no more than "not empty".
 */
function patterns({ pattern, meaning }: StringSchema): SchemaText {
  const meant = meaning === undefined || meaning === "regex" ? undefined : textShapes[meaning].pattern;
  if (pattern === undefined) return meant === undefined ? {} : { pattern: meant };
  return meant === undefined ? { pattern } : { pattern, allOf: [{ pattern: meant }] };
}

function described({ title, description, example }: SchemaNode): SchemaText {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  };
}
