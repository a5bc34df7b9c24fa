import { expect, test } from "vitest";
import { isWindows } from "../../src/authoring/pods.js";

const containers = [{ name: "app" }];
const windowsSelector = { "kubernetes.io/os": "windows" };

test("spec.os.name or the node selector says windows", () => {
  expect(isWindows({ spec: { containers, os: { name: "windows" } } })).toBe(true);
  expect(isWindows({ spec: { containers, nodeSelector: windowsSelector } })).toBe(true);
  expect(isWindows({ spec: { containers, os: { name: "linux" } } })).toBe(false);
  expect(isWindows({ spec: { containers } })).toBe(false);
  expect(isWindows({})).toBe(false);
});

test("spec.os.name wins", () => {
  expect(isWindows({ spec: { containers, os: { name: "linux" }, nodeSelector: windowsSelector } })).toBe(false);
  expect(
    isWindows({ spec: { containers, os: { name: "windows" }, nodeSelector: { "kubernetes.io/os": "linux" } } }),
  ).toBe(true);
});

test("a spec.os.name that Kubernetes does not know counts as absent", () => {
  expect(isWindows({ spec: { containers, os: { name: "plan9" }, nodeSelector: windowsSelector } })).toBe(true);
});

test.each([null, "windows", { spec: null }, { spec: { os: null, nodeSelector: null } }])(
  "%j is no windows pod",
  (pod) => {
    // Ill-typed on purpose: what is judged has not been validated.
    expect(isWindows(pod as never)).toBe(false);
  },
);
