import { expect, test } from "vitest";
import { isQuantity, quantityExceeds } from "../../src/authoring/quantity.js";
import { comparisons, corpus } from "../corpus/quantity.js";

test("the corpus is Kubernetes' and large", () => {
  expect(corpus.authority).toContain("k8s.io/apimachinery");
  expect(corpus.legal.length).toBeGreaterThan(1000);
  expect(corpus.illegal.length).toBeGreaterThan(50);
  expect(comparisons.length).toBeGreaterThan(3000);
  expect(new Set(comparisons.map(({ order }) => order))).toEqual(new Set(["<", "=", ">"]));
});

test("takes exactly the quantities that Kubernetes takes", () => {
  expect([...corpus.legal, ...corpus.illegal].filter(isQuantity)).toEqual(corpus.legal);
});

test("exceeds is Kubernetes' greater, both ways round", () => {
  expect(comparisons.filter(({ left, right }) => quantityExceeds(left, right))).toEqual(
    comparisons.filter(({ order }) => order === ">"),
  );
  expect(comparisons.filter(({ left, right }) => quantityExceeds(right, left))).toEqual(
    comparisons.filter(({ order }) => order === "<"),
  );
});

test("a plain number is what JSON makes of it", () => {
  expect([0, 1, 0.5, -1, 1e21, 1e-7].every(isQuantity)).toBe(true);
  expect(quantityExceeds(0.5, "499m")).toBe(true);
  expect(quantityExceeds(1, "1000m")).toBe(false);
  expect(quantityExceeds(1e21, "999E")).toBe(true);
  expect(quantityExceeds("2", 1)).toBe(true);
  expect(isQuantity(Number.NaN)).toBe(false);
  expect(isQuantity(Number.POSITIVE_INFINITY)).toBe(false);
});

test("exponents have eight digits at most", () => {
  expect(isQuantity("1e99999999")).toBe(true);
  expect(isQuantity("1e0000000000000003")).toBe(true);
  expect(isQuantity("1e100000000")).toBe(false);
  expect(quantityExceeds("1e99999999", "9e99999998")).toBe(true);
  expect(quantityExceeds("1e-99999999", "0")).toBe(true);
});

test("what is absent or illegal exceeds nothing and is not exceeded", () => {
  for (const value of [undefined, "", "one", "1 Gi"]) {
    expect(quantityExceeds(value, "0")).toBe(false);
  }
  expect(quantityExceeds("1", "one")).toBe(false);
});
