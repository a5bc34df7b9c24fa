import { describe, expect, it } from "vitest";
import type { ParameterSchema, SchemaNode } from "../../src/ir/parameter-schema.js";
import { parameterRows } from "../../src/manifest/parameter-table.js";

const typeOf = (node: SchemaNode): string | undefined =>
  parameterRows({ root: { type: "object", required: [], properties: { p: node } }, defaults: {} })[0]?.type;

describe("the type of a parameter", () => {
  it.each<[string, SchemaNode]>([
    ["text", { type: "string" }],
    ["text (matching `^a$`)", { type: "string", pattern: "^a$" }],
    ["text (matching `^(a\\|b)$`)", { type: "string", pattern: "^(a|b)$" }],
    ["text (1 to 63 characters)", { type: "string", minLength: 1, maxLength: 63 }],
    ['one of `"a"`, `"b"`', { type: "string", enum: ["a", "b"] }],
    ["quantity", { type: "string", meaning: "quantity" }],
    ["regular expression (RE2)", { type: "string", meaning: "regex" }],
    ["port or port range", { type: "string", meaning: "port-range" }],
    ["image pattern (at most 9 characters)", { type: "string", meaning: "image-pattern", maxLength: 9 }],
    ["integer (at least 0)", { type: "integer", minimum: 0 }],
    ["number (at most 0.5)", { type: "number", maximum: 0.5 }],
    ["one of `1`, `2`", { type: "integer", enum: [1, 2] }],
    ["boolean", { type: "boolean" }],
    ["list (at least 1) of text", { type: "array", minItems: 1, items: { type: "string" } }],
    ["list of list of integer", { type: "array", items: { type: "array", items: { type: "integer" } } }],
    ["map of boolean", { type: "map", values: { type: "boolean" } }],
    ["object", { type: "object", required: [], properties: {} }],
  ])("%s", (text, node) => {
    expect(typeOf(node)).toBe(text);
  });
});

it("lists members below their object, and says of each whether it must be given", () => {
  const path: SchemaNode = {
    type: "object",
    required: ["prefix"],
    properties: { prefix: { type: "string" }, readOnly: { type: "boolean" } },
  };
  const schema: ParameterSchema = {
    root: {
      type: "object",
      required: ["limit"],
      properties: {
        limit: { type: "string", description: "The\n limit | of <it>.", example: "500m" },
        allowed: {
          type: "object",
          required: ["paths"],
          properties: { paths: { type: "array", items: path }, byName: { type: "map", values: path } },
        },
        off: { type: "boolean" },
      },
    },
    defaults: { allowed: { paths: [] } },
  };
  expect(parameterRows(schema).map(({ name, fallback }) => [name, fallback])).toEqual([
    ["`limit`", "**required**"],
    ["`allowed`", '`{"paths":[]}`'],
    ["`allowed.paths`", "**required**"],
    ["`allowed.paths[].prefix`", "**required**"],
    ["`allowed.paths[].readOnly`", "not set"],
    ["`allowed.byName`", "not set"],
    ["`allowed.byName.*.prefix`", "**required**"],
    ["`allowed.byName.*.readOnly`", "not set"],
    ["`off`", "not set"],
  ]);
  expect(parameterRows(schema)[0]?.meaning).toBe('The limit \\| of &lt;it>. For example `"500m"`.');
});
