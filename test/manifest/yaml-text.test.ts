import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../src/manifest/yaml-text.js";
import { randomTexts, traps } from "./yaml-traps.js";

const readers = [
  { version: "1.1", read: (text: string): unknown => parse(text, { version: "1.1", schema: "yaml-1.1" }) },
  { version: "1.2", read: (text: string): unknown => parse(text, { version: "1.2", schema: "core" }) },
] as const;

describe.each(readers)("read as YAML $version", ({ read }) => {
  it.each(traps)("the text %j stays itself, as value, key and element", (trap) => {
    const value = { value: trap, [trap]: "key", list: [trap, [trap]] };
    expect(read(yamlText(value))).toEqual(value);
  });

  it("keeps numbers, booleans, null and empty collections", () => {
    const value = {
      i: 0,
      big: 9007199254740991,
      f: 0.5,
      no: false,
      yes: true,
      none: null,
      list: [],
      map: {},
      deep: [[], {}],
    };
    expect(read(yamlText(value))).toEqual(value);
  });

  it("keeps texts put together from every kind of character", () => {
    for (const text of randomTexts(1_000)) {
      const printed = yamlText({ [text]: text, list: [text] });
      expect(read(printed), printed).toEqual({ [text]: text, list: [text] });
    }
  });
});

it("quotes what YAML 1.1 would change, and only then", () => {
  expect(
    yamlText({
      plain: "runtime/default",
      yes: "yes",
      octal: "0777",
      path: "/var/log",
      port: "8080",
      word: "yesterday",
    }),
  ).toBe('plain: runtime/default\n"yes": "yes"\noctal: "0777"\npath: /var/log\nport: "8080"\nword: yesterday\n');
});

it("prints a module as a literal block, tabs kept and nothing folded", () => {
  const long = "x".repeat(300);
  const rego = `package a\n\nb if {\n\tinput.x == "${long}"\n}\n`;
  expect(yamlText({ source: { rego } }, { head: "One.\nTwo." })).toBe(
    `# One.\n# Two.\n\nsource:\n  rego: |\n    package a\n\n    b if {\n    \tinput.x == "${long}"\n    }\n`,
  );
});

it("writes an object that occurs twice in full, without anchors", () => {
  const shared = { a: [1] };
  expect(yamlText({ one: shared, two: shared })).toBe("one:\n  a:\n  - 1\ntwo:\n  a:\n  - 1\n");
});
