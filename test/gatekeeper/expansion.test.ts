import { describe, expect, it } from "vitest";
import { expandWorkload } from "../../src/gatekeeper/expansion.js";
import { expandByTemplates, readExpansionTemplate } from "../../src/gatekeeper/expansion-template.js";
import type { JsonObject } from "../../src/resources/json.js";

const podTemplate = { metadata: { labels: { app: "web" } }, spec: { containers: [] } };

function workload(apiVersion: string, kind: string, spec: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: "Web", namespace: "shop" }, spec };
}

describe("expandWorkload", () => {
  it.each([
    ["apps/v1", "Deployment"],
    ["apps/v1", "StatefulSet"],
    ["apps/v1beta2", "DaemonSet"],
    ["apps/v1", "ReplicaSet"],
    ["v1", "ReplicationController"],
    ["batch/v1", "Job"],
  ])("makes the pod of a %s %s as Gatekeeper does", (apiVersion, kind) => {
    expect(expandWorkload(workload(apiVersion, kind, { template: podTemplate }))).toEqual({
      prefix: ["spec", "template"],
      object: {
        apiVersion: "v1",
        kind: "Pod",
        metadata: {
          labels: { app: "web" },
          name: "web-pod",
          namespace: "shop",
          ownerReferences: [{ apiVersion, kind, name: "Web", uid: "" }],
        },
        spec: { containers: [] },
      },
    });
  });

  it("goes two templates deep for a CronJob", () => {
    const object = workload("batch/v1", "CronJob", { jobTemplate: { spec: { template: podTemplate } } });
    expect(expandWorkload(object)).toMatchObject({
      prefix: ["spec", "jobTemplate", "spec", "template"],
      object: { kind: "Pod", metadata: { name: "web-pod" } },
    });
  });

  it("makes nothing of other objects, of other groups, or without a template", () => {
    expect(expandWorkload(workload("v1", "Pod", {}))).toBeUndefined();
    expect(expandWorkload(workload("example.com/v1", "Deployment", { template: podTemplate }))).toBeUndefined();
    expect(expandWorkload(workload("apps/v1", "Deployment", {}))).toBeUndefined();
  });

  it("drops a namespace that the owner does not have, and keeps references", () => {
    const template = { metadata: { namespace: "wrong", ownerReferences: [{ kind: "X" }] } };
    const expanded = expandWorkload({ apiVersion: "apps/v1", kind: "Deployment", metadata: {}, spec: { template } });
    expect(expanded?.object.metadata).toEqual({ name: "-pod", ownerReferences: [{ kind: "X" }] });
  });
});

describe("expandByTemplates", () => {
  const template = (name: string, kind: string, generated: string) => {
    const read = readExpansionTemplate({
      apiVersion: "expansion.gatekeeper.sh/v1beta1",
      kind: "ExpansionTemplate",
      metadata: { name },
      spec: {
        applyTo: [{ groups: ["x"], versions: ["v1"], kinds: [kind] }],
        templateSource: "spec",
        generatedGVK: { group: "x", version: "v1", kind: generated },
      },
    });
    if ("reason" in read) throw new Error(read.reason);
    return read;
  };
  const object: JsonObject = { apiVersion: "x/v1", kind: "A", metadata: { name: "a" }, spec: { spec: { spec: {} } } };

  it("expands what expansion makes", () => {
    const resultants = expandByTemplates(object, [template("one", "A", "B"), template("two", "B", "C")]);
    if ("error" in resultants) throw new Error(resultants.error);
    expect(resultants.map((resultant) => [resultant.object.kind, resultant.template.name])).toEqual([
      ["B", "one"],
      ["C", "two"],
    ]);
  });

  it("ends with an error where templates go round, and where there is no source", () => {
    expect(expandByTemplates({ ...object, spec: {} }, [template("one", "A", "B"), template("two", "B", "A")])).toEqual({
      error: expect.stringMatching(/in a circle|has no spec/),
    });
    const { spec: _, ...bare } = object;
    expect(expandByTemplates(bare, [template("one", "A", "B")])).toEqual({ error: "one: a has no spec to expand" });
  });

  it.each([
    [{ kind: "Pod" }, "no ExpansionTemplate"],
    [{ metadata: {} }, "has no name"],
    [{ metadata: { name: "x".repeat(64) } }, "64 characters"],
    [{ spec: {} }, "no templateSource"],
    [{ spec: { templateSource: "spec" } }, "no generatedGVK"],
    [{ spec: { templateSource: "spec", generatedGVK: {} } }, "no applyTo"],
  ])("refuses %j", (part, reason) => {
    const whole = {
      apiVersion: "expansion.gatekeeper.sh/v1",
      kind: "ExpansionTemplate",
      metadata: { name: "a" },
      ...part,
    };
    expect(readExpansionTemplate(whole)).toEqual({ reason: expect.stringContaining(reason) });
  });

  it("refuses a template that applies to what it makes", () => {
    expect(() => template("self", "A", "A")).toThrow("applies to what it generates");
  });
});
