import { afterAll, beforeAll, expect, test } from "vitest";
import { startOpa } from "../../src/opa/opa.js";
import { comparisons, corpus } from "../corpus/quantity.js";
import { type Answers, execute, interpret } from "./calls.js";
import { librarySource } from "./libraries.js";

const texts = [...corpus.legal, ...corpus.illegal];
const ranks = { name: "quantity.rank", arity: 1, calls: texts.map((text) => [text]) };
const exceeds = { name: "quantity.exceeds", arity: 2, calls: comparisons.map(({ left, right }) => [left, right]) };

const opa = startOpa({ eager: true });
const answers = new Map<string, Answers>();

beforeAll(async () => {
  const libraries = { "quantity.rego": librarySource("quantity") };
  answers.set("OPA", await interpret(opa, libraries, [ranks]));
  answers.set("OPA's WASM", await execute(opa, libraries, [ranks, exceeds]));
});
afterAll(() => opa.close());

test.each(["OPA", "OPA's WASM"])("in %s exactly those texts have a rank that Kubernetes takes", (engine) => {
  const ranked = rankedBy(engine);
  expect(texts.filter((text) => ranked.get(text) !== null)).toEqual(corpus.legal);
});

test.each(["OPA", "OPA's WASM"])("in %s the ranks are in Kubernetes' order", (engine) => {
  const ranked = rankedBy(engine);
  const wrong = comparisons.filter(({ left, order, right }) => orderOf(ranked.get(left), ranked.get(right)) !== order);
  expect(wrong).toEqual([]);
});

test("exceeds is Kubernetes' greater", () => {
  const exceeding = answers.get("OPA's WASM")?.get("quantity.exceeds");
  expect(comparisons.filter((_, index) => exceeding?.[index]?.[0] === true)).toEqual(
    comparisons.filter(({ order }) => order === ">"),
  );
});

function rankedBy(engine: string): ReadonlyMap<string, string | null> {
  const found = answers.get(engine)?.get("quantity.rank");
  return new Map(texts.map((text, index) => [text, textOrNull(found?.[index]?.[0])]));
}

function textOrNull(value: unknown): string | null {
  if (typeof value === "string" || value === null) return value;
  throw new Error(`a rank is a text or null, not ${JSON.stringify(value)}`);
}

function orderOf(left: string | null | undefined, right: string | null | undefined): string {
  if (typeof left !== "string" || typeof right !== "string") return "not both ranked";
  if (left === right) return "=";
  return left < right ? "<" : ">";
}
