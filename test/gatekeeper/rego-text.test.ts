import { describe, expect, it } from "vitest";
import { forbiddenReferences, packageOf, packagePath, packageReference } from "../../src/gatekeeper/rego-text.js";

describe("packageOf", () => {
  it.each([
    ["package a", ["a"]],
    ["\n# package wrong\n\n  package a.b_c.d1 # right\n", ["a", "b_c", "d1"]],
    ['package lib["kebab-case"].x', ["lib", "kebab-case", "x"]],
    ["# METADATA\n# title: x\npackage p\nimport data.lib.x", ["p"]],
  ])("reads %j", (module, parts) => {
    expect(packageOf(module)).toEqual(parts);
  });

  it.each(["", "import data.lib.x\npackage p", "packages p", '"package p"'])("finds none in %j", (module) => {
    expect(packageOf(module)).toBeUndefined();
  });

  it("names a package as a path and as a reference", () => {
    expect(packagePath(["lib", "kebab-case"])).toBe("lib/kebab-case");
    expect(packageReference(["lib", "kebab-case", "x"])).toBe('data.lib["kebab-case"].x');
  });
});

describe("forbiddenReferences", () => {
  it.each([
    "package p\nimport data.lib.x\nimport data.lib\nimport future.keywords.in",
    'package p\nviolation[{"msg": "data.other"}] { data.inventory.cluster }',
    'package p\nx := data.lib.y.z\ny := data["inventory"].cluster',
    "package p\n# data.other\nx := `import data.other\ndata.other`",
    "package p\nx := input.data.other\nmetadata := input.metadata.x",
  ])("allows %j", (module) => {
    expect(forbiddenReferences(module)).toEqual([]);
  });

  it.each([
    ["package p\nimport rego.v1", 2, 8, "cannot import rego.v1"],
    ["package p\nimport input.review", 2, 8, "cannot import input"],
    ["package p\nimport data.inventory", 2, 8, "cannot import data.inventory"],
    ["package p\nx := data.other.y", 2, 6, "data.other"],
    ['package p\nx := data["other"]', 2, 6, 'data["other"]'],
    ["package p\nx { y := data[z] }", 2, 10, "cannot refer to data,"],
    ["package p\nx { y with data.q as 1 }", 2, 12, "data.q"],
  ])("refuses %j", (module, line, column, reason) => {
    expect(forbiddenReferences(module)).toEqual([{ at: { line, column }, reason: expect.stringContaining(reason) }]);
  });
});
