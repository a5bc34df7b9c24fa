import { expect, test } from "vitest";
import { imageMatches } from "../../src/authoring/images.js";

test("an image equals a pattern, or starts with one that ends in a star", () => {
  expect(imageMatches("registry.example.com/app:1", ["registry.example.com/app:1"])).toBe(true);
  expect(imageMatches("registry.example.com/app:1", ["other", "registry.example.com/*"])).toBe(true);
  expect(imageMatches("registry.example.com/app:1", ["registry.example.com/app"])).toBe(false);
});

test("a star elsewhere is a plain character", () => {
  expect(imageMatches("registry.example.com/app:1", ["*/app:1", "registry.*/app:1"])).toBe(false);
  expect(imageMatches("a*b", ["a**"])).toBe(true);
  expect(imageMatches("ab", ["a**"])).toBe(false);
});

test("an absent image is matched by a star alone", () => {
  expect(imageMatches(undefined, ["*"])).toBe(true);
  expect(imageMatches(undefined, ["", "**", "registry.example.com/*"])).toBe(false);
  expect(imageMatches("", [""])).toBe(true);
});

test("neither null nor another type throws or matches", () => {
  // Ill-typed on purpose: what is judged has not been validated.
  expect(imageMatches(null as never, ["nginx"])).toBe(false);
  expect(imageMatches("nginx", null as never)).toBe(false);
  expect(imageMatches("nginx", [null, 1] as never)).toBe(false);
});
