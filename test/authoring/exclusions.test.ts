import { expect, test } from "vitest";
import { isExcluded } from "../../src/authoring/exclusions.js";

const container = { name: "app", image: "registry.example.com/app:1" };

test("by name, exactly", () => {
  expect(isExcluded(container, { excludedContainers: ["app"] })).toBe(true);
  expect(isExcluded(container, { excludedContainers: ["app*", "APP", "ap"] })).toBe(false);
});

test("by image", () => {
  expect(isExcluded(container, { excludedImages: ["registry.example.com/*"] })).toBe(true);
  expect(isExcluded(container, { excludedImages: ["registry.example.com/app"] })).toBe(false);
});

test("not without parameters, nor by what is absent", () => {
  expect(isExcluded(container, {})).toBe(false);
  expect(isExcluded({}, { excludedContainers: [""], excludedImages: [""] })).toBe(false);
  // Ill-typed on purpose: what is judged has not been validated.
  expect(isExcluded(null as never, { excludedContainers: ["app"] })).toBe(false);
  expect(isExcluded(container, null as never)).toBe(false);
  expect(isExcluded({ name: null } as never, { excludedContainers: [null] } as never)).toBe(false);
});
