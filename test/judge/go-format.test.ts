import { describe, expect, it } from "vitest";
import { formatGo } from "../../src/judge/go-format.js";
import type { Json } from "../../src/resources/json.js";
import { expectValue, runningOpa } from "../opa/running-opa.js";

const opa = runningOpa();

const pairs: readonly [string, readonly Json[]][] = [
  ["plain", []],
  ["%s and %v", ["a", "b"]],
  ["%d of %v", [3, 4]],
  ["%v %v %v %v", [0, -7, 1.5, 0.25]],
  ["%v %v", [true, null]],
  ["100%% of %s", ["it"]],
  ["%q", ["plain"]],
  ["%s", [5]],
  ["%s", [1.5]],
  ["%d", ["text"]],
  ["%d", [1.5]],
  ["%d", [true]],
  ["%t", [true]],
  ["%t", [1]],
  ["%v", []],
  ["%s %s", ["one"]],
  ["none", ["a", 1, 2.5, null]],
  ["half %", ["a"]],
  ["%v", ["日本 é 𝒳 \n"]],
  ["%v", [999999]],
];

describe("formatGo", () => {
  it.each(pairs)("prints %j with %j as OPA does", async (format, values) => {
    const outcome = await opa.evaluate({
      modules: { "p.rego": "package p\n\ntext := sprintf(input.format, input.values)\n" },
      regoVersion: "v1",
      query: "data.p.text",
      inputs: [{ format, values }],
    });
    // The OPA in Gatekeeper 3.23.1 (1.17) says int where the embedded one says int64.
    const text = String(expectValue(outcome)[0]).replaceAll("int64=", "int=");
    const formatted = formatGo(format, values);
    expect(formatted.text).toBe(text);
    expect(formatted.certain || format === "half %").toBe(true);
  });

  it.each<[string, Json]>([
    ["%v", ["a"]],
    ["%v", { a: "b" }],
    ["%v", 1_000_000],
    ["%v", 0.00001],
    ["%5v", "a"],
    ["%-3d|", 1],
    ["%x", 255],
    ["%q", "é"],
    ["%.2f", 1.5],
    ["%e", 1.5],
  ])("does not claim to know what OPA makes of %j with %j", (format, value) => {
    expect(formatGo(format, [value]).certain).toBe(false);
  });
});
