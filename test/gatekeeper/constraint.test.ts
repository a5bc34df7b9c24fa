import { describe, expect, it } from "vitest";
import { readConstraint } from "../../src/gatekeeper/constraint.js";
import { withDefaults } from "../../src/gatekeeper/defaults.js";
import type { Schema } from "../../src/gatekeeper/schema.js";
import { manifest } from "./manifest.js";

const parameters: Schema = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string", pattern: "^[a-z]+$", maxLength: 5 },
    level: { type: "integer", minimum: 1, maximum: 3, default: 2 },
    ratio: { type: "number", exclusiveMinimum: true, minimum: 0, multipleOf: 0.5 },
    mode: { type: "string", enum: ["a", "b"], nullable: true },
    port: { "x-kubernetes-int-or-string": true },
    list: {
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: { type: "object", properties: { open: { type: "boolean", default: true } } },
    },
    map: { type: "object", additionalProperties: { type: "string", default: "filled" } },
    nested: { type: "object", properties: { deep: { type: "string", default: "x" } } },
    free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
    either: { type: "string", anyOf: [{ minLength: 3 }, { enum: ["a"] }], not: { enum: ["never"] } },
  },
};

function read(spec: string, { name = "c", kind = "Kind", version = "v1beta1" } = {}) {
  const resource = manifest(
    `apiVersion: constraints.gatekeeper.sh/${version}\nkind: ${kind}\nmetadata: {name: "${name}"}\nspec: ${spec}\n`,
  );
  const module = { text: "package p", package: ["p"], path: [] };
  return readConstraint(resource, {
    resource,
    kind: "Kind",
    rego: { version: "v1", module, libraries: [] },
    parameters,
  });
}

function accepted(spec: string) {
  const reading = read(spec);
  if (!("constraint" in reading)) throw new Error(reading.diagnostics.map(({ message }) => message).join("\n"));
  return reading.constraint;
}

describe("readConstraint", () => {
  it("fills in defaults only where the parent is there", () => {
    expect(accepted("{parameters: {name: a, list: [{}, {open: false}], map: {k: v}, nested: {}}}").parameters).toEqual({
      name: "a",
      level: 2,
      list: [{ open: true }, { open: false }],
      map: { k: "v" },
      nested: { deep: "x" },
    });
    expect(accepted("{parameters: {name: a}}").parameters).toEqual({ name: "a", level: 2 });
  });

  it("fills in nothing when there are no parameters", () => {
    expect(accepted("{}").parameters).toEqual({});
    expect(accepted("{}").enforcementAction).toBe("deny");
  });

  it("keeps a null where one may be", () => {
    expect(accepted("{parameters: {name: a, mode: null}}").parameters).toMatchObject({ mode: null });
  });

  it("defaults a null that may not be, as the API server does before it validates", () => {
    const level = { level: null, map: { k: null }, list: [null], mode: null };
    expect(withDefaults(level, parameters)).toEqual({ level: 2, map: { k: "filled" }, list: [null], mode: null });
  });

  it.each([
    ["level: 0", "spec.parameters.level must not be 0: the minimum is 1"],
    ["level: 4", "the maximum is 3"],
    ["level: 1.5", "spec.parameters.level must be an integer, not the number 1.5"],
    ["ratio: 0", "the minimum is 0"],
    ["ratio: 0.7", "must be a multiple of 0.5"],
    ["mode: c", 'must be one of "a", "b", not "c"'],
    ["port: true", "must be an integer or a string, not the boolean true"],
    ["port: 1.5", "must be an integer or a string"],
    ["list: []", "must have at least 1 items, not 0"],
    ["list: [{}, {}, {}]", "must have at most 2 items, not 3"],
    ["list: [{open: maybe}]", "spec.parameters.list[0].open must be a boolean, not the string"],
    ["list: {}", "must be an array, not a mapping"],
    ["map: {k: 1}", "spec.parameters.map.k must be a string"],
    ["nested: null", "spec.parameters.nested must be an object, not null"],
    ["either: b", "must fit a schema of anyOf"],
    ["either: never", "must not fit the schema of not"],
    ["name: toolong", "must have at most 5 characters, not 7"],
    ["name: A", "must match ^[a-z]+$"],
  ])("refuses %s by the schema", (field, message) => {
    const name = field.startsWith("name") ? "" : "name: a, ";
    const reading = read(`{parameters: {${name}${field}}}`);
    expect(reading).toMatchObject({
      diagnostics: [{ code: "constraint-schema", message: expect.stringContaining(message) }],
    });
  });

  it("refuses a missing required field by the schema", () => {
    expect(read("{parameters: {}}")).toMatchObject({
      diagnostics: [{ code: "constraint-schema", message: expect.stringContaining('needs the field "name"') }],
    });
  });

  it.each([
    ["{parameters: {name: a, nmae: b}}", "it has no field spec.parameters.nmae"],
    ["{parameters: {name: a, list: [{shut: 1}]}}", "it has no field spec.parameters.list[0].shut"],
    ["{math: {}}", "it has no field spec.math"],
    ["{match: {kind: [{}]}}", "it has no field spec.match.kind"],
  ])("refuses unknown fields otherwise: %s", (spec, message) => {
    expect(read(spec)).toMatchObject({
      diagnostics: [{ code: "constraint-invalid", message: expect.stringContaining(message) }],
    });
  });

  it("keeps unknown fields where the schema says so", () => {
    expect(accepted("{parameters: {name: a, free: {any: [1]}}}").parameters).toMatchObject({ free: { any: [1] } });
  });

  it.each([
    ["In without values", "{match: {labelSelector: {matchExpressions: [{key: a, operator: In}]}}}", "needs values"],
    [
      "Exists with values",
      "{match: {labelSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}}",
      "takes no values",
    ],
    ["no operator", "{match: {namespaceSelector: {matchExpressions: [{key: a, operator: Has}]}}}", "is no operator"],
    ["an illegal key", '{match: {labelSelector: {matchLabels: {"a b": c}}}}', "is no label key"],
    ["an illegal value", '{match: {labelSelector: {matchLabels: {a: "b c"}}}}', "is no label value"],
    ["a selector that is no object", "{match: {labelSelector: [a]}}", "labelSelector must be an object"],
  ])("refuses a selector with %s", (_, spec, message) => {
    expect(read(spec)).toMatchObject({
      diagnostics: [{ code: "constraint-invalid", message: expect.stringContaining(message) }],
    });
  });

  it("lets the schema speak of globs and sources", () => {
    expect(read("{match: {namespaces: [Upper]}}")).toMatchObject({ diagnostics: [{ code: "constraint-schema" }] });
    expect(read("{match: {source: Both}}")).toMatchObject({ diagnostics: [{ code: "constraint-schema" }] });
  });

  it.each([
    [{ name: "" }, "it has no name"],
    [{ name: "Upper" }, '"Upper" is no name'],
    [{ kind: "Other" }, "its kind is Other, and the template's is Kind"],
    [{ version: "v1" }, 'its version is "v1"'],
  ])("refuses %j", (parts, message) => {
    expect(read("{}", parts)).toMatchObject({
      diagnostics: [{ code: "constraint-invalid", message: expect.stringContaining(message) }],
    });
  });

  it("points at what is wrong", () => {
    expect(read("{parameters: {name: a, level: 9}}")).toMatchObject({
      diagnostics: [{ location: { file: "manifest.yaml", start: { line: 4, column: 37 } } }],
    });
  });

  it("gives the action at gator's enforcement point, the strictest of several", () => {
    const scoped = (...points: string[]) =>
      accepted(`{enforcementAction: scoped, scopedEnforcementActions: [${points.join(", ")}]}`).enforcementAction;
    expect(accepted("{enforcementAction: dryrun}").enforcementAction).toBe("dryrun");
    expect(scoped('{action: warn, enforcementPoints: [{name: "*"}]}')).toBe("warn");
    expect(
      scoped(
        "{action: warn, enforcementPoints: [{name: gator.gatekeeper.sh}]}",
        '{action: deny, enforcementPoints: [{name: "*"}]}',
      ),
    ).toBe("deny");
    expect(scoped("{action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}]}")).toBeUndefined();
    expect(read("{enforcementAction: scoped}")).toMatchObject({ diagnostics: [{ code: "constraint-invalid" }] });
  });
});
