import { describe, expect, it } from "vitest";
import { readTemplate } from "../../src/gatekeeper/template.js";
import { manifest } from "./manifest.js";

interface Parts {
  readonly apiVersion?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly validation?: string;
  readonly targets?: string;
}

const target = "admission.k8s.gatekeeper.sh";
const rego = "package p\nviolation[{}] { true }";

function template({ apiVersion = "v1", name = "mykind", kind = "MyKind", validation = "{}", targets }: Parts) {
  const usual = JSON.stringify([{ target, rego }]);
  return readTemplate(
    manifest(`apiVersion: templates.gatekeeper.sh/${apiVersion}
kind: ConstraintTemplate
metadata: {name: "${name}"}
spec: {crd: {spec: {names: {kind: "${kind}"}, validation: ${validation}}}, targets: ${targets ?? usual}}
`),
  );
}

const code = (...entries: readonly unknown[]) => JSON.stringify([{ target, code: entries }]);

describe("readTemplate", () => {
  it("reads the older form, which is Rego v0", () => {
    const { template: read, diagnostics } = template({});
    expect(diagnostics).toEqual([]);
    expect(read).toMatchObject({
      kind: "MyKind",
      rego: { version: "v0", module: { text: rego, package: ["p"] }, libraries: [] },
    });
  });

  it("reads Rego v1 with libraries", () => {
    const source = { version: "v1", rego: "package p\n", libs: ["package lib.a\n", 'package lib["b-c"]\n'] };
    expect(template({ targets: code({ engine: "Rego", source }) }).template?.rego).toMatchObject({
      version: "v1",
      module: { path: ["spec", "targets", 0, "code", 0, "source", "rego"] },
      libraries: [{ package: ["lib", "a"] }, { package: ["lib", "b-c"] }],
    });
  });

  it("takes an unknown version for v0", () => {
    const source = { version: "v2", rego: "package p\n" };
    expect(template({ targets: code({ engine: "Rego", source }) }).template?.rego.version).toBe("v0");
  });

  it("takes targets[].rego before code", () => {
    const source = { version: "v1", rego: "package newer\n" };
    const targets = JSON.stringify([{ target, rego, code: [{ engine: "Rego", source }] }]);
    expect(template({ targets }).template?.rego).toMatchObject({ version: "v0", module: { package: ["p"] } });
  });

  it("says of CEL alone that it was not judged, and of CEL beside Rego that Gatekeeper takes the CEL", () => {
    const cel = { engine: "K8sNativeValidation", source: { validations: [] } };
    const alone = template({ targets: code(cel) });
    expect(alone.template).toBeUndefined();
    expect(alone.diagnostics).toMatchObject([{ code: "template-not-judged", severity: "error" }]);
    const both = template({ targets: code(cel, { engine: "Rego", source: { rego: "package p\n" } }) });
    expect(both.template?.rego.module.package).toEqual(["p"]);
    expect(both.diagnostics).toMatchObject([{ code: "template-has-cel", severity: "warning" }]);
  });

  it("keeps unknown parameters in a legacy schema: said so, or of an older version", () => {
    const kept = { "x-kubernetes-preserve-unknown-fields": true };
    expect(template({ apiVersion: "v1beta1" }).template?.parameters).toEqual(kept);
    expect(template({ validation: "{legacySchema: true}" }).template?.parameters).toEqual(kept);
    expect(template({}).template?.parameters).toBeUndefined();
    const nested =
      "{openAPIV3Schema: {properties: {a: {type: array}, b: {type: object, additionalProperties: {type: object}}}}}";
    expect(template({ apiVersion: "v1beta1", validation: nested }).template?.parameters).toEqual({
      ...kept,
      properties: {
        a: { type: "array", items: kept },
        b: { type: "object", ...kept, additionalProperties: { type: "object", ...kept } },
      },
    });
  });

  it.each<[string, Parts, string]>([
    ["a version that Gatekeeper does not serve", { apiVersion: "v2" }, "its version is none of"],
    ["a name that is not the kind", { name: "other" }, "its name must be the kind in lower case, mykind, not other"],
    ["no kind", { kind: "" }, "spec.crd.spec.names.kind is missing"],
    ["no target", { targets: "[]" }, "it has no target"],
    ["two targets", { targets: "[{}, {}]" }, "it has more than one target"],
    ["another target", { targets: "[{target: elsewhere}]" }, "its target must be admission.k8s.gatekeeper.sh"],
    ["Rego that is no text", { targets: code({ engine: "Rego", source: {} }) }, "source.rego must hold Rego"],
    [
      "libraries that are no list",
      { targets: code({ engine: "Rego", source: { rego: "package p", libs: "package lib.a" } }) },
      "source.libs must be a list",
    ],
    [
      "a library outside lib",
      { targets: code({ engine: "Rego", source: { rego: "package p", libs: ["package a.b"] } }) },
      "a library's package must be below lib, and a.b is not",
    ],
    [
      "a property without a type",
      { validation: "{openAPIV3Schema: {type: object, properties: {a: {}}}}" },
      "openAPIV3Schema.properties.a has no type",
    ],
    [
      "an unknown type",
      { validation: "{openAPIV3Schema: {type: object, properties: {a: {type: text}}}}" },
      'has the unknown type "text"',
    ],
    [
      "an array without items",
      { validation: "{openAPIV3Schema: {type: object, properties: {a: {type: array}}}}" },
      "is an array without items",
    ],
    [
      "a default that does not fit",
      { validation: "{openAPIV3Schema: {type: object, properties: {a: {type: string, default: 1}}}}" },
      "properties.a.default must be a string, not the number 1",
    ],
  ])("refuses %s", (_, parts, reason) => {
    const { template: read, diagnostics } = template(parts);
    expect(read).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "template-invalid", message: expect.stringContaining(reason) }]);
  });

  it("points into the Rego of the manifest", () => {
    const { diagnostics } = readTemplate(
      manifest(`apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: mykind}
spec:
  crd: {spec: {names: {kind: MyKind}}}
  targets:
    - target: ${target}
      rego: |
        package p

        import data.other
        violation[{"msg": data.config.text}] { true }
      libs:
        - "no package"
`),
    );
    const places = diagnostics.map(({ code: id, location, message }) => [id, location?.start, message.slice(0, 100)]);
    expect(places).toEqual([
      ["template-rego", { line: 11, column: 16 }, expect.stringContaining("cannot import data.other")],
      ["template-rego", { line: 12, column: 27 }, expect.stringContaining("cannot refer to data.config")],
      ["template-rego", { line: 14, column: 11 }, expect.stringContaining("does not begin with a package")],
    ]);
  });
});
