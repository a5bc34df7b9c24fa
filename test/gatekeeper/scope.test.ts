import { describe, expect, it } from "vitest";
import { inventoryOf } from "../../src/gatekeeper/inventory.js";
import { inNamespace, scopes } from "../../src/gatekeeper/scope.js";
import type { JsonObject } from "../../src/resources/json.js";

const object = (apiVersion: string, kind: string, metadata: JsonObject = { name: "a" }): JsonObject => ({
  apiVersion,
  kind,
  metadata,
});

describe("inNamespace", () => {
  const crd = object("apiextensions.k8s.io/v1", "CustomResourceDefinition");
  const scopeOf = scopes([{ ...crd, spec: { group: "x.io", scope: "Cluster", names: { kind: "Wide" } } }]);

  it.each([
    ["a Pod", object("v1", "Pod"), "team"],
    ["a custom kind that nobody declares", object("y.io/v1", "Thing"), "team"],
    ["a Pod with a namespace of its own", object("v1", "Pod", { name: "a", namespace: "own" }), "own"],
    ["a Namespace", object("v1", "Namespace"), undefined],
    ["a ClusterRole", object("rbac.authorization.k8s.io/v1", "ClusterRole"), undefined],
    ["a constraint", object("constraints.gatekeeper.sh/v1beta1", "Any"), undefined],
    ["a kind that a CustomResourceDefinition of the input puts outside", object("x.io/v2", "Wide"), undefined],
  ])("puts %s where kubectl would", (_, given, namespace) => {
    const { metadata } = inNamespace(given, "team", scopeOf);
    expect((metadata as JsonObject).namespace).toBe(namespace); // every object here has metadata
  });

  it("gives metadata to an object that has none", () => {
    expect(inNamespace({ apiVersion: "v1", kind: "Pod" }, "team", scopeOf).metadata).toEqual({ namespace: "team" });
  });
});

describe("inventoryOf", () => {
  it("files objects by scope, version, kind and name; a later one replaces an earlier one", () => {
    const pod = object("v1", "Pod", { name: "a", namespace: "n" });
    const ingress = object("networking.k8s.io/v1", "Ingress", { name: "__proto__", namespace: "n" });
    const space = object("v1", "Namespace", { name: "n" });
    const again = { ...space, spec: {} };
    expect(JSON.parse(JSON.stringify(inventoryOf([pod, ingress, space, again])))).toEqual({
      namespace: {
        n: {
          v1: { Pod: { a: pod } },
          "networking.k8s.io/v1": { Ingress: JSON.parse(`{"__proto__": ${JSON.stringify(ingress)}}`) },
        },
      },
      cluster: { v1: { Namespace: { n: again } } },
    });
    expect(inventoryOf([])).toEqual({});
  });
});
