import { ts } from "ts-morph";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Json, SchemaNode } from "../ir/parameter-schema.js";
import { locate } from "../read/location.js";
import type { RuleProgram } from "../read/program.js";

type Described = Partial<Record<string, Json>>;

/** Tags that take a number, a text or JSON, with the types of schema that they fit. */
const tags: Readonly<Record<string, { readonly value: "number" | "text" | "json"; readonly on: readonly string[] }>> = {
  minimum: { value: "number", on: ["integer", "number"] },
  maximum: { value: "number", on: ["integer", "number"] },
  minLength: { value: "number", on: ["string"] },
  maxLength: { value: "number", on: ["string"] },
  minItems: { value: "number", on: ["array"] },
  maxItems: { value: "number", on: ["array"] },
  pattern: { value: "text", on: ["string"] },
  title: { value: "text", on: ["string", "integer", "number", "boolean", "array", "object", "map"] },
  example: { value: "json", on: ["string", "integer", "number", "boolean", "array", "object", "map"] },
};

/** What the comment above a parameter says: its text is the description, tags are features of the schema. */
export function describe(
  declaration: ts.Declaration,
  schema: SchemaNode,
  rules: RuleProgram,
  diagnostics: Diagnostic[],
): Described {
  const described: Described = {};
  const symbol = rules.checker.getSymbolAtLocation(ts.getNameOfDeclaration(declaration) ?? declaration);
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(rules.checker) ?? []).trim();
  if (text !== "") described.description = text.replace(/\s*\n\s*/g, " ");
  for (const tag of ts.getJSDocTags(declaration)) {
    const name = tag.tagName.text;
    if (name === "default") diagnostics.push(diagnose("parameter-default-tag", {}, locate(tag, rules.root)));
    const known = tags[name];
    if (known === undefined) continue;
    const written = (ts.getTextOfJSDocComment(tag.comment) ?? "").trim();
    const value = readTag(written, known.value);
    if (value !== undefined && known.on.includes(schema.type)) described[name] = value;
    else diagnostics.push(illegal(tag, name, known, written, schema, rules));
  }
  return described;
}

function readTag(text: string, kind: "number" | "text" | "json"): Json | undefined {
  if (kind === "text") return text === "" ? undefined : text;
  try {
    const value: Json = JSON.parse(text);
    return kind === "number" && !Number.isSafeInteger(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function illegal(
  tag: ts.JSDocTag,
  name: string,
  known: { readonly value: "number" | "text" | "json"; readonly on: readonly string[] },
  written: string,
  schema: SchemaNode,
  rules: RuleProgram,
): Diagnostic {
  const fits = known.on.includes(schema.type);
  const kinds = { number: "an integer", text: "a text", json: "a JSON value, texts in quotes" };
  const wanted = fits ? kinds[known.value] : `a parameter of type ${known.on.join(" or ")}`;
  const found = fits ? (written === "" ? "nothing" : written) : `one of type ${schema.type}`;
  return diagnose("parameter-tag-illegal", { tag: name, wanted, found }, locate(tag, rules.root));
}
