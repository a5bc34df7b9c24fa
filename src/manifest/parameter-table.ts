import type { Json, ParameterSchema, SchemaNode, StringSchema } from "../ir/parameter-schema.js";
import { cell, code, prose } from "./markdown.js";

export interface ParameterRow {
  readonly name: string;
  readonly type: string;
  readonly fallback: string;
  readonly meaning: string;
}

const textMeanings = {
  quantity: "quantity",
  regex: "regular expression (RE2)",
  "image-pattern": "image pattern",
  "port-range": "port or port range",
} as const;

/** A row for each parameter, followed by rows for the members of the objects in it; the texts are Markdown. */
export function parameterRows({ root, defaults }: ParameterSchema): ParameterRow[] {
  return Object.entries(root.properties).flatMap(([name, node]) => {
    const value = defaults[name];
    const required = root.required.includes(name);
    return [row(name, node, value === undefined ? presence(required) : codeOf(value)), ...memberRows(name, node)];
  });
}

function memberRows(path: string, node: SchemaNode): ParameterRow[] {
  switch (node.type) {
    case "array":
      return memberRows(`${path}[]`, node.items);
    case "map":
      return memberRows(`${path}.*`, node.values);
    case "object":
      return Object.entries(node.properties).flatMap(([name, member]) => {
        const place = `${path}.${name}`;
        return [row(place, member, presence(node.required.includes(name))), ...memberRows(place, member)];
      });
    default:
      return [];
  }
}

function presence(required: boolean): string {
  return required ? "**required**" : "not set";
}

function row(path: string, node: SchemaNode, fallback: string): ParameterRow {
  const example = node.example === undefined ? [] : [`For example ${codeOf(node.example)}.`];
  const meaning = [node.title === undefined ? "" : `${prose(node.title)}.`, prose(node.description ?? ""), ...example];
  return {
    name: cell(code(path)),
    type: cell(typeText(node)),
    fallback: cell(fallback),
    meaning: cell(meaning.filter((part) => part !== "").join(" ")),
  };
}

function typeText(node: SchemaNode): string {
  switch (node.type) {
    case "string":
      if (node.enum !== undefined) return choices(node.enum);
      return `${node.meaning === undefined ? "text" : textMeanings[node.meaning]}${textLimits(node)}`;
    case "integer":
    case "number":
      if (node.enum !== undefined) return choices(node.enum);
      return `${node.type}${inBrackets([range(node.minimum, node.maximum)])}`;
    case "boolean":
      return "boolean";
    case "array":
      return `list${inBrackets([range(node.minItems, node.maxItems)])} of ${typeText(node.items)}`;
    case "object":
      return "object";
    case "map":
      return `map of ${typeText(node.values)}`;
  }
}

function textLimits({ pattern, minLength, maxLength }: StringSchema): string {
  const length = range(minLength, maxLength);
  return inBrackets([pattern && `matching ${code(pattern)}`, length && `${length} characters`]);
}

function range(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `at most ${maximum}`;
  return maximum === undefined ? `at least ${minimum}` : `${minimum} to ${maximum}`;
}

function inBrackets(parts: readonly (string | undefined)[]): string {
  const present = parts.filter((part) => part !== undefined);
  return present.length === 0 ? "" : ` (${present.join(", ")})`;
}

function choices(values: readonly Json[]): string {
  return `one of ${values.map(codeOf).join(", ")}`;
}

function codeOf(value: Json): string {
  return code(JSON.stringify(value));
}
