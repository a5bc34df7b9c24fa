import type { JsonSchema } from "./parameter-json-schema.js";
import type { YamlNode } from "./yaml-tree.js";

/** JSON Schema's types, as a person would name them. */
export const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
};

/** What is there, for a message: `the number 32`. */
export function describeNode(node: YamlNode): string {
  if (node.kind === "list") return "a list";
  if (node.kind === "map") return "a mapping";
  if (node.value === null) return "nothing";
  return typeof node.value === "string"
    ? `the text ${JSON.stringify(node.value)}`
    : `the ${typeof node.value} ${node.source}`;
}

/** What to write where the schema demands another type than what stands there. */
export function valueAdvice(schema: JsonSchema, node: YamlNode): string {
  const written = node.kind === "scalar" ? node.source : undefined;
  switch (schema.type) {
    case "string":
      return written === undefined ? "Write one text." : `Quote it: ${JSON.stringify(written)}.`;
    case "integer":
    case "number":
      return isNumeric(node) ? `Write it without quotes: ${written}.` : "Write a number, such as 1, without quotes.";
    case "boolean":
      return "Write true or false, without quotes.";
    case "array":
      return written === undefined ? "Write a list." : `Write it in brackets: [${listItem(schema, written)}].`;
    default:
      return 'Write keys and values, each as "key: value" on a line of its own, indented.';
  }
}

function listItem({ items }: JsonSchema, written: string): string {
  const isText = typeof items === "object" && items !== null && "type" in items && items.type === "string";
  return isText ? JSON.stringify(written) : written;
}

function isNumeric(node: YamlNode): boolean {
  return node.kind === "scalar" && typeof node.value === "string" && /^-?(?:0|[1-9][0-9]*)$/.test(node.value);
}
