import type { Json, ParameterSchema, SchemaNode, StringSchema } from "../ir/parameter-schema.js";
import { type SchemaDialect, writeParameters } from "../ir/write-schema.js";
import { textShapes } from "./text-meaning.js";

/** A JSON Schema, draft-07. */
export type JsonSchema = { readonly [key: string]: Json };

/** The schema of `parameters` of one rule: each with its default, none beside them. */
export function parametersJsonSchema(schema: ParameterSchema): JsonSchema {
  return writeParameters(schema, draft07);
}

const draft07: SchemaDialect = {
  described,
  patterns,
  ofObjects: { additionalProperties: false },
  demandsParameters: true,
};

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
