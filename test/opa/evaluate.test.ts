import { expect, test } from "vitest";
import { expectErrors, expectValue, runningOpa } from "./running-opa.js";

const opa = runningOpa();

const modules = {
  "a.rego": `package a

names contains name if some name in input.names

text := sprintf("%v", [input.value])

known if data.labels[input.name]

only := x if some x in input.names
`,
};
const common = { modules, regoVersion: "v1" } as const;

test("one result per input: sets as sorted arrays, null where nothing is defined", async () => {
  const inputs = [{ names: ["b", "a", "b"] }, {}];
  expect(expectValue(await opa.evaluate({ ...common, query: "data.a.names", inputs }))).toEqual([["a", "b"], []]);
  expect(expectValue(await opa.evaluate({ ...common, query: "data.a.text", inputs }))).toEqual([null, null]);
});

test("a set is formatted in OPA's order, which its WebAssembly does not keep", async () => {
  const source = { "s.rego": 'package s\n\ntext := concat(", ", {"CHOWN", "ALL", "NET_RAW"})\n' };
  const request = { modules: source, regoVersion: "v1", query: "data.s.text", inputs: [{}] } as const;
  expect(expectValue(await opa.evaluate(request))).toEqual(["ALL, CHOWN, NET_RAW"]);
});

test("numbers are formatted as Gatekeeper formats them, which hands reviews on as floats", async () => {
  const inputs = [8080, 10000000, 1.5, -1].map((value) => ({ value }));
  expect(expectValue(await opa.evaluate({ ...common, query: "data.a.text", inputs }))).toEqual([
    "8080",
    "1e+07",
    "1.5",
    "-1",
  ]);
});

test("a base document", async () => {
  const request = { ...common, query: "data.a.known", inputs: [{ name: "x" }, { name: "y" }] };
  expect(expectValue(await opa.evaluate({ ...request, data: { labels: { x: true } } }))).toEqual([true, null]);
});

test("several queries over one compile", async () => {
  const evaluations = [
    { query: "data.a.names", inputs: [{ names: ["a"] }] },
    { query: "data.a.text", inputs: [{ value: "x" }, { value: true }] },
  ];
  expect(expectValue(await opa.evaluateAll({ ...common, evaluations }))).toEqual([[["a"]], ["x", "true"]]);
});

test("errors name the query and the input", async () => {
  const evaluations = [
    { query: "data.a.only", inputs: [{ names: [1] }, { names: [1, 2] }] },
    { query: "data.a.", inputs: [{}] },
    { query: "input.names[_]", inputs: [{ names: [1, 2] }] },
  ];
  expect(expectErrors(await opa.evaluateAll({ ...common, evaluations }))).toEqual([
    expect.objectContaining({ code: "eval_conflict_error", file: "a.rego", row: 9, evaluation: 0, input: 1 }),
    expect.objectContaining({ code: "rego_parse_error", evaluation: 1 }),
    expect.objectContaining({ code: "bad_request", evaluation: 2, input: 0 }),
  ]);
});

test("external data cannot be had offline, which is an error and not undefined", async () => {
  const source = { "e.rego": 'package e\n\nanswer := external_data({"provider": "p", "keys": ["k"]})\n' };
  const request = { modules: source, regoVersion: "v1", query: "data.e.answer", inputs: [{}] } as const;
  expect(expectErrors(await opa.evaluate(request))[0]).toMatchObject({ code: "eval_builtin_error", input: 0 });
});

test("an input that is no JSON", async () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const outcome = await opa.evaluate({ ...common, query: "data.a.names", inputs: [circular] });
  expect(expectErrors(outcome)[0]).toMatchObject({ code: "bad_request", message: expect.stringContaining("circular") });
});
