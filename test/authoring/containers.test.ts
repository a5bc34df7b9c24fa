import type { Pod, PodTemplateSpec } from "kubernetes-types/core/v1.js";
import { expect, expectTypeOf, test } from "vitest";
import { type AnyContainer, type ContainerList, containers } from "../../src/authoring/containers.js";
import { field } from "../../src/authoring/field.js";
import { notePaths } from "../../src/authoring/paths.js";

const pod: Pod = {
  spec: {
    containers: [{ name: "app" }, { name: "sidecar" }],
    initContainers: [{ name: "init" }],
    ephemeralContainers: [{ name: "debug", targetContainerName: "app" }],
  },
};

function names(of: Parameters<typeof containers>[0], lists?: readonly ContainerList[]): string[] {
  return containers(of, lists).map(({ name }) => name);
}

test("lists containers, then init containers, then ephemeral ones", () => {
  expect(names(pod)).toEqual(["app", "sidecar", "init", "debug"]);
});

test("lists what is asked for, in that order", () => {
  expect(names(pod, ["initContainers", "containers"])).toEqual(["init", "app", "sidecar"]);
  expect(names(pod, [])).toEqual([]);
});

test("takes anything with a pod's spec", () => {
  const template: PodTemplateSpec = { spec: { containers: [{ name: "app" }] } };
  expect(names(template)).toEqual(["app"]);
  expect(names({})).toEqual([]);
});

test("what a rule reads of a container type-checks for all three lists", () => {
  const [container] = containers(pod);
  expectTypeOf(container?.name).toEqualTypeOf<string | undefined>();
  expectTypeOf(container?.image).toEqualTypeOf<string | undefined>();
  expectTypeOf(container?.securityContext?.privileged).toEqualTypeOf<boolean | undefined>();
  expectTypeOf(container?.resources?.limits?.cpu).toEqualTypeOf<string | undefined>();
  expectTypeOf(container?.volumeMounts?.[0]?.mountPath).toEqualTypeOf<string | undefined>();
  expectTypeOf<AnyContainer>().not.toHaveProperty("targetContainerName");
  expect(container).toBe(pod.spec?.containers[0]);
});

test.each([null, "abc", 1, { 0: { name: "app" } }])("a list that is %j is empty", (list) => {
  // Ill-typed on purpose: what is judged has not been validated.
  expect(containers({ spec: { containers: list } } as never)).toEqual([]);
  expect(containers({ spec: list } as never)).toEqual([]);
  expect(containers(list as never)).toEqual([]);
});

test("what is no object reads as a container with an empty name, and knows its path", () => {
  const broken = { spec: { containers: [{ name: "app" }, null], initContainers: ["abc"] } };
  notePaths(broken);
  // As above.
  const found = containers(broken as never);
  expect(found).toEqual([{ name: "app" }, { name: "" }, { name: "" }]);
  expect(found.map((container) => field(container, "image"))).toEqual([
    "spec.containers[0].image",
    "spec.containers[1].image",
    "spec.initContainers[0].image",
  ]);
});

test("the path of such a container starts where the pod's does", () => {
  const deployment = { spec: { template: { spec: { containers: [null] } } } };
  notePaths(deployment);
  // As above.
  const [container] = containers(deployment.spec.template as never);
  expect(container && field(container, "image")).toBe("spec.template.spec.containers[0].image");
});
