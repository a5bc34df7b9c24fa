import type { JsonSchema } from "./parameter-json-schema.js";
import { typeNames } from "./value-text.js";

/** The schema of a member, or an empty one. */
export function memberSchema(schema: JsonSchema, key: string): JsonSchema {
  const { properties } = schema;
  const member = isRecord(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  return isRecord(member) ? member : {};
}

function isRecord(value: JsonSchema[string] | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The keys of a schema's `properties`. */
export function keysOf(value: JsonSchema[string] | undefined): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

/** The values of a schema's `enum`. */
export function listOf(value: JsonSchema[string] | undefined): readonly JsonSchema[string][] {
  return Array.isArray(value) ? value : [];
}

/** What a schema demands, for a message. */
export function expectedOf(schema: JsonSchema): string {
  if (schema.enum !== undefined) return `one of ${listOf(schema.enum).join(", ")}`;
  if (schema.const !== undefined) return String(schema.const);
  return typeNames[String(schema.type)] ?? "a value";
}

/** What two bounds allow, either of which may be missing. */
export function bounds(low: JsonSchema[string] | undefined, high: JsonSchema[string] | undefined): string {
  if (high === undefined) return `${low} or more`;
  return low === undefined ? `${high} or less` : `${low} to ${high}`;
}
