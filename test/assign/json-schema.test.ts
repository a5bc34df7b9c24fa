import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { assign } from "../../src/assign/assign.js";
import { assignmentJsonSchema } from "../../src/assign/json-schema.js";
import { checkMeaning, textShapes } from "../../src/assign/text-meaning.js";
import type { Spot } from "../../src/assign/yaml-tree.js";
import type { Json, TextMeaning } from "../../src/ir/parameter-schema.js";
import { regexIsLegal, rules } from "./rules.js";

const casesFolder = fileURLToPath(new URL("../cases/assign/", import.meta.url));
const files = readdirSync(casesFolder, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".yaml"))
  .sort();

/** An editor knows no keywords but JSON Schema's. */
const editor = new Ajv({ allErrors: true, strict: false });
const schema = { ...assignmentJsonSchema(rules) };
const accepts = editor.compile(schema);

/** Files that are no JSON documents at all: an editor's YAML parser has its say before the schema. */
const aboutYaml = new Set([
  "assignment-yaml",
  "assignment-several-documents",
  "assignment-yaml-version",
  "assignment-yaml-tag",
  "assignment-yaml-alias",
  "assignment-duplicate-key",
  "assignment-key-not-text",
  "assignment-number",
]);

/** Errors that a JSON Schema cannot see. */
const beyondSchema: Readonly<Record<string, string>> = {
  "ports/reversed.yaml": "a pattern does not compare two numbers",
  "regexes/illegal.yaml": "RE2 alone knows what it reads",
};

describe("the JSON Schema of assignments", () => {
  it("is valid draft-07", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(editor.validateSchema(schema)).toBe(true);
  });

  it.each(files)("agrees with assign on %s", async (file) => {
    const text = readFileSync(casesFolder + file, "utf8");
    const { diagnostics } = await assign([{ file, text }], rules, regexIsLegal);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.some(({ code }) => aboutYaml.has(code))) return;
    const document: Json = parse(text);
    const refused = errors.length > 0 || isPartlyConfigured(document);
    expect(accepts(document)).toBe(file in beyondSchema ? refused : !refused);
  });

  it("offers what an editor shows", () => {
    const limits = at(schema, "properties.spec.properties.rules.properties.container-resource-limits");
    expect(limits).toMatchObject({
      title: "Title of container-resource-limits",
      description: "What container-resource-limits demands.",
    });
    expect(at(limits, "properties.parameters")).toMatchObject({
      required: ["cpuLimit", "memoryLimit"],
      properties: {
        cpuLimit: { type: "string", title: "Highest cpu limit", examples: ["500m"] },
        excludedImages: { default: [], description: "Images that this rule does not look at." },
      },
    });
    expect(at(limits, "properties.effect")).toMatchObject({ enum: ["audit", "deny", "warn", "disabled"] });
  });

  it("does not depend on the order of the rules", () => {
    expect(JSON.stringify(assignmentJsonSchema([...rules].reverse()))).toBe(
      JSON.stringify(assignmentJsonSchema(rules)),
    );
  });

  it("leaves an author's pattern that only RE2 reads to the API server, and joins it with that of a meaning", () => {
    const [rule] = rules;
    if (rule === undefined) throw new Error("there are rules");
    const root = {
      type: "object",
      required: [],
      properties: {
        re2: { type: "string", pattern: "(?i)^abc$" },
        both: { type: "string", pattern: "^reg", meaning: "image-pattern" },
      },
    } as const;
    const parameters = at(
      { ...assignmentJsonSchema([{ ...rule, parameters: { root, defaults: {} } }]) },
      `properties.spec.properties.rules.properties.${rule.metadata.name}.properties.parameters.properties`,
    );
    expect(parameters).toMatchObject({ re2: { type: "string" }, both: { pattern: "^reg" } });
    expect(parameters).not.toHaveProperty("re2.pattern");
    expect(parameters).toHaveProperty("both.allOf.0.pattern", textShapes["image-pattern"].pattern);
  });
});

const spot: Spot = {
  node: { kind: "scalar", value: "", source: "", plain: false, at: { file: "a.yaml", start: { line: 1, column: 1 } } },
  path: "a",
  at: { file: "a.yaml", start: { line: 1, column: 1 } },
};

const samples: Readonly<Record<TextMeaning, { legal: readonly string[]; illegal: readonly string[] }>> = {
  quantity: {
    legal: [
      "0",
      "1",
      "+1",
      "-1",
      "0.5",
      ".5",
      "5.",
      "500m",
      "100u",
      "1n",
      "1k",
      "1Ki",
      "64Gi",
      "1.5Gi",
      "1e3",
      "1E-3",
      "12E",
      "2Ei",
    ],
    illegal: ["", " ", "m", ".", "1 Gi", "1gi", "1KI", "1K", "0x10", "1e", "1e3Ki", "1mm", "one", "1,5", "1\n"],
  },
  regex: { legal: ["^a$", "."], illegal: [""] },
  "image-pattern": {
    legal: ["redis", "*", "registry.example.com/*", "a@sha256:0123"],
    illegal: ["", " ", "**", "*a", "a*b", "a b", "a\n"],
  },
  "port-range": {
    legal: ["1", "80", "65535", "3000-5000", "80-80", "-1"],
    illegal: [
      "",
      "0",
      "00",
      "080",
      "65536",
      "99999",
      "100000",
      "-2",
      "1-",
      "-1-2",
      "1-2-3",
      "80 ",
      "80\n",
      "http",
      "1-65536",
      "1.5",
      "+1",
    ],
  },
};

describe("the meaning of texts", () => {
  it.each(Object.keys(textShapes) as TextMeaning[])("%s: an editor and assign agree on samples", (meaning) => {
    const shape = new RegExp(textShapes[meaning].pattern, "u");
    const isLegal = (text: string) => checkMeaning(meaning, text, spot).length === 0;
    const { legal, illegal } = samples[meaning];
    expect(legal.filter((text) => !isLegal(text) || !shape.test(text))).toEqual([]);
    expect(illegal.filter((text) => isLegal(text) || shape.test(text))).toEqual([]);
  });
});

/** Parameters are given, and a required one is not among them: an editor complains, `assign` says "not configured". */
function isPartlyConfigured(document: Json): boolean {
  return rules.some(({ metadata, parameters }) => {
    const given = at(document, `spec.rules.${metadata.name}.parameters`);
    return given !== undefined && parameters.root.required.some((name) => at(given, name) === undefined);
  });
}

function at(value: Json | undefined, path: string): Json | undefined {
  let found = value;
  for (const key of path.split(".")) {
    if (typeof found !== "object" || found === null || Array.isArray(found)) return undefined;
    found = Object.entries(found).find(([name]) => name === key)?.[1];
  }
  return found;
}
