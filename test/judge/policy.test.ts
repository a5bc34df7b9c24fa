import { describe, expect, it } from "vitest";
import { loadPolicy } from "../../src/judge/policy.js";
import { canonicalText, violationsOf } from "../../src/judge/violation.js";
import type { Json } from "../../src/resources/json.js";
import { expectValue, runningOpa } from "../opa/running-opa.js";

const opa = runningOpa();

async function policy(rego: string) {
  const modules = { "p.rego": `package p\n\n${rego}\n` };
  return loadPolicy(expectValue(await opa.compile({ modules, entrypoints: ["p/violation"], regoVersion: "v1" })));
}

describe("loadPolicy", () => {
  it("evaluates, with data, and says what is undefined", async () => {
    const loaded = await policy("violation contains data.words[input.word]");
    expect(loaded.entrypoints).toEqual(["p/violation"]);
    loaded.setData({ words: { a: "A" } });
    expect(loaded.evaluate("p/violation", { word: "a" })).toEqual({ result: ["A"], certain: true });
    loaded.setData({ words: { b: "B" } });
    expect(loaded.evaluate("p/violation", { word: "a" })).toEqual({ result: [], certain: true });
    expect(loaded.evaluate("p/violation", { word: "b" })).toEqual({ result: ["B"], certain: true });
  });

  it("formats as Go does, where a text named sprintf stands beside", async () => {
    const loaded = await policy('violation contains sprintf("%v %d %s", ["sprintf", 7, input.text])');
    expect(loaded.evaluate("p/violation", { text: "%v é" })).toEqual({ result: ["sprintf 7 %v é"], certain: true });
  });

  it("is not certain of a list, which may have been a set, and is certain again afterwards", async () => {
    const loaded = await policy('violation contains sprintf("%v", [input.value])');
    expect(loaded.evaluate("p/violation", { value: ["b", "a"] })).toEqual({ result: ['["b", "a"]'], certain: false });
    expect(loaded.evaluate("p/violation", { value: "a" })).toEqual({ result: ["a"], certain: true });
  });

  it("answers with an error where evaluation ends in one, and goes on working", async () => {
    const loaded = await policy("tier := value if some value in input.values\n\nviolation contains tier");
    expect(loaded.evaluate("p/violation", { values: [1, 2] })).toEqual({ error: expect.stringContaining("conflict") });
    expect(loaded.evaluate("p/violation", { values: [1] })).toEqual({ result: [1], certain: true });
  });

  it("survives a thousand errors, and inputs nested too deeply for it, with its data", async () => {
    const rules = "tier := value if some value in input.values\n\nviolation contains [tier, data.word]";
    const loaded = await policy(rules);
    loaded.setData({ word: "kept" });
    for (let count = 0; count < 1000; count++) {
      expect(loaded.evaluate("p/violation", { values: [1, 2] })).toEqual({
        error: expect.stringContaining("conflict"),
      });
    }
    const deep: Json = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(loaded.evaluate("p/violation", { values: [1], deep })).toMatchObject({ error: expect.any(String) });
    expect(loaded.evaluate("p/violation", { values: [1] })).toEqual({ result: [[1, "kept"]], certain: true });
  });

  it("answers with an error for a builtin that only OPA has", async () => {
    const loaded = await policy("violation contains net.cidr_expand(input.cidr) if input.cidr");
    expect(loaded.evaluate("p/violation", { cidr: "10.0.0.0/30" })).toEqual({
      error: expect.stringContaining("net.cidr_expand"),
    });
  });

  it("takes inputs larger than its memory", async () => {
    const loaded = await policy("violation contains count(input.list)");
    const list = Array.from({ length: 100_000 }, (_, index) => `entry ${index}`);
    expect(loaded.evaluate("p/violation", { list })).toEqual({ result: [100_000], certain: true });
  });
});

describe("violationsOf", () => {
  it("drops what has no message, makes equal ones one, and orders by message and details", () => {
    const members = [
      { msg: "b" },
      { msg: "a", details: { y: 1, x: 2 } },
      { msg: "a", details: { x: 2, y: 1 }, other: true },
      { msg: "a", details: { x: 1 } },
      { message: "no msg" },
      "text",
    ];
    expect(violationsOf(members)).toEqual(
      [
        { message: "a", details: { x: 1 } },
        { message: "a", details: { y: 1, x: 2 } },
        { message: "b", details: {} },
      ].map((violation) => expect.objectContaining({ message: violation.message })),
    );
    expect(violationsOf(undefined)).toEqual([]);
  });

  it("refuses a message that is no text, as Gatekeeper does", () => {
    expect(violationsOf([{ msg: 5 }])).toEqual({ error: "a violation's msg is no text but 5" });
  });

  it("writes equal values alike", () => {
    expect(canonicalText({ b: [1, { d: null, c: "x" }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  });
});
