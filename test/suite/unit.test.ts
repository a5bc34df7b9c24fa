import { describe, expect, it } from "vitest";
import type { ConstraintTemplate } from "../../src/gatekeeper/template.js";
import { mergeLibrary } from "../../src/manifest/merge-library.js";
import { bundleLibrary } from "../../src/suite/bundle-library.js";
import { needsOpa } from "../../src/suite/needs-opa.js";
import { groupTemplates } from "../../src/suite/unit.js";
import { manifest } from "../gatekeeper/manifest.js";

const resource = manifest("apiVersion: v1\nkind: A\n");

function template(
  name: string,
  text: string,
  libraries: Record<string, string> = {},
  version: "v0" | "v1" = "v1",
): ConstraintTemplate {
  const module = (path: string, source: string) => ({ text: source, package: path.split("."), path: [] });
  const libs = Object.entries(libraries).map(([path, source]) => module(path, source));
  return {
    resource,
    kind: name,
    parameters: undefined,
    rego: { version, module: module(name, text), libraries: libs },
  };
}

const groups = (...templates: ConstraintTemplate[]) =>
  groupTemplates(templates).map((unit) => unit.templates.map(({ kind }) => kind));

describe("groupTemplates", () => {
  it("puts templates together that have nothing in common, or the same", () => {
    const library = { "lib.x": "package lib.x\n" };
    const [unit] = groupTemplates([template("a", "package a\n", library), template("b", "package b\n", library)]);
    expect(unit?.request).toEqual({
      modules: { "a/0.rego": "package a\n", "lib/x/1.rego": "package lib.x\n", "b/2.rego": "package b\n" },
      entrypoints: ["a/violation", "b/violation"],
      regoVersion: "v1",
    });
  });

  it("keeps apart what one package would mix", () => {
    expect(groups(template("a", "one"), template("b", "b"), template("a", "two"), template("a", "one"))).toEqual([
      ["a", "b", "a"],
      ["a"],
    ]);
    expect(groups(template("a", "a", { "lib.x": "one" }), template("b", "b", { "lib.x": "two" }))).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  it("keeps apart a package within another, and the versions of Rego", () => {
    expect(groups(template("a", "a"), template("a.b", "b"), template("c", "c", {}, "v0"))).toEqual([
      ["a"],
      ["a.b"],
      ["c"],
    ]);
  });
});

describe("needsOpa", () => {
  it.each([
    ['concat(", ", {"a", "b"})', true],
    ["json.marshal(input)", true],
    ["to_number(x) > 1", true],
    ["x := y / 2", true],
    ["# concat(x, y)", false],
    ['sprintf("%v", [x])', false],
    ["x := count(y) * 2", false],
  ])("of a template with %j is %s", (text, needs) => {
    expect(needsOpa(template("a", `package a\n${text}\n`))).toBe(needs);
  });

  it("looks into libraries, and trusts Gatewright's own rules", () => {
    expect(needsOpa(template("a", "package a", { "lib.x": "concat(a, b)" }))).toBe(true);
    const own = manifest("apiVersion: v1\nkind: A\nmetadata: {annotations: {gatewright.dev/rule: a}}\n");
    expect(needsOpa({ ...template("a", "concat(a, b)"), resource: own })).toBe(false);
  });
});

describe("bundleLibrary", () => {
  const head = "# Head of the library.\npackage lib.x";
  const rule = (name: string, value: string) => `# Says ${name}.\n${name} := ${value}`;
  const texts = [
    `${[head, rule("a", "1"), "f(x) := 1 if x == 1\n", "f(x) := 2 if {\n\tx == 2\n}", rule("b", "2")].join("\n\n")}\n`,
    `${[head, rule("c", "3"), rule("a", "1")].join("\n\n")}\n`,
  ];

  it("makes of parts what the build makes of them", () => {
    expect(bundleLibrary(texts)).toBe(mergeLibrary("x", texts));
    expect(bundleLibrary(texts)).toContain("f(x) := 2");
  });

  it("makes nothing of parts that are at odds", () => {
    expect(bundleLibrary([...texts, `${head}\n\n${rule("a", "2")}\n`])).toBeUndefined();
    expect(bundleLibrary([...texts, "package lib.x\n"])).toBeUndefined();
  });
});
