import { describe, expect, it } from "vitest";
import type { ParameterSchema, SchemaNode } from "../../src/ir/parameter-schema.js";
import { parametersOpenApi } from "../../src/manifest/openapi.js";

const openApiOf = (node: SchemaNode): unknown => {
  const schema = parametersOpenApi({
    root: { type: "object", required: ["p"], properties: { p: node } },
    defaults: {},
  });
  return schema.properties;
};

describe("parametersOpenApi", () => {
  it("requires nothing at the top, and nested what the author requires", () => {
    const schema: ParameterSchema = {
      root: {
        type: "object",
        description: "All of them.",
        required: ["range"],
        properties: {
          range: {
            type: "object",
            required: ["min"],
            properties: { min: { type: "integer" }, max: { type: "integer" } },
          },
          list: { type: "array", items: { type: "object", required: [], properties: {} } },
        },
      },
      defaults: { list: [] },
    };
    expect(parametersOpenApi(schema)).toEqual({
      type: "object",
      description: "All of them.",
      properties: {
        range: {
          type: "object",
          required: ["min"],
          properties: { min: { type: "integer" }, max: { type: "integer" } },
        },
        list: { type: "array", items: { type: "object" }, default: [] },
      },
    });
  });

  it.each<[SchemaNode, unknown]>([
    [
      { type: "string", enum: ["a"], minLength: 1, maxLength: 2 },
      { type: "string", enum: ["a"], minLength: 1, maxLength: 2 },
    ],
    [
      { type: "string", pattern: "^a$" },
      { type: "string", pattern: "^a$" },
    ],
    [{ type: "string", meaning: "regex" }, { type: "string" }],
    [
      { type: "integer", minimum: 0, maximum: 9 },
      { type: "integer", minimum: 0, maximum: 9 },
    ],
    [
      { type: "number", enum: [0.5] },
      { type: "number", enum: [0.5] },
    ],
    [
      { type: "boolean", title: "T", description: "D", example: false },
      { type: "boolean", title: "T", description: "D", example: false },
    ],
    [
      { type: "array", minItems: 1, maxItems: 2, items: { type: "boolean" } },
      { type: "array", minItems: 1, maxItems: 2, items: { type: "boolean" } },
    ],
    [
      { type: "map", values: { type: "integer" } },
      { type: "object", additionalProperties: { type: "integer" } },
    ],
  ])("%j", (node, expected) => {
    expect(openApiOf(node)).toEqual({ p: expected });
  });

  it("gives a default that is false, zero or empty", () => {
    const properties = { no: { type: "boolean" }, zero: { type: "integer" }, empty: { type: "string" } } as const;
    const defaults = { no: false, zero: 0, empty: "" };
    expect(parametersOpenApi({ root: { type: "object", required: [], properties }, defaults }).properties).toEqual({
      no: { type: "boolean", default: false },
      zero: { type: "integer", default: 0 },
      empty: { type: "string", default: "" },
    });
  });

  it("keeps an author's pattern beside that of the meaning", () => {
    expect(openApiOf({ type: "string", meaning: "quantity", pattern: "^[0-9]+m$" })).toMatchObject({
      p: { pattern: "^[0-9]+m$", allOf: [{ pattern: expect.stringContaining("KMGTPE") }] },
    });
  });
});

describe("patterns of meanings refuse what is illegal and let pass what is legal", () => {
  const patternOf = (meaning: "quantity" | "port-range" | "image-pattern"): RegExp => {
    const schema = openApiOf({ type: "string", meaning });
    const found = /"pattern":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(schema))?.[1] ?? '""';
    return new RegExp(String(JSON.parse(found)), "u");
  };

  it.each(["1", "0.5", ".5", "5.", "500m", "1e3", "1E3", "12E", "100u", "1Ki", "64Gi", "-1", "+2", "1e-3"])(
    "quantity %s",
    (text) => {
      expect(patternOf("quantity").test(text)).toBe(true);
    },
  );
  it.each(["", "x", "1 Gi", "1gi", "1KB", "0x10", "1e", "1e1.5", "."])("no quantity: %j", (text) => {
    expect(patternOf("quantity").test(text)).toBe(false);
  });
  it.each(["1", "80", "65535", "80-443", "-1"])("port %s", (text) => {
    expect(patternOf("port-range").test(text)).toBe(true);
  });
  it.each(["", "0", "65536", "http", "80-", "-80", "1-2-3", "080", " 80"])("no port: %j", (text) => {
    expect(patternOf("port-range").test(text)).toBe(false);
  });
  it.each(["nginx", "registry.example/*", "*"])("image %s", (text) => {
    expect(patternOf("image-pattern").test(text)).toBe(true);
  });
  it.each(["", "a b", "*/nginx", "a**"])("no image: %j", (text) => {
    expect(patternOf("image-pattern").test(text)).toBe(false);
  });
});
