import { expect, test } from "vitest";
import type { OpaError } from "../../src/opa/opa.js";
import { expectErrors, runningOpa } from "./running-opa.js";

const opa = runningOpa();

const mistakes: Record<string, { readonly source: string; readonly error: OpaError }> = {
  "a syntax error": {
    source: "p if {\n\tinput.x ==\n}",
    error: { code: "rego_parse_error", message: "unexpected } token", file: "a.rego", row: 5, column: 1 },
  },
  "an unsafe variable": {
    source: "p contains x if not input.xs[x]",
    error: { code: "rego_unsafe_var_error", message: "var x is unsafe", file: "a.rego", row: 3, column: 17 },
  },
  "an unknown builtin": {
    source: "p := strings.shuffle(input.x)",
    error: {
      code: "rego_type_error",
      message: "undefined function strings.shuffle",
      file: "a.rego",
      row: 3,
      column: 6,
    },
  },
  "a builtin that is newer than Gatekeeper's OPA": {
    source: 'p := strings.split_n(input.x, ",", 2)',
    error: {
      code: "rego_type_error",
      message: "undefined function strings.split_n",
      file: "a.rego",
      row: 3,
      column: 6,
    },
  },
  "a type error, with details": {
    source: 'p := count(1) + "a"',
    error: { code: "rego_type_error", message: "count: invalid argument(s)", file: "a.rego", row: 3, column: 6 },
  },
  "an import that is newer than Gatekeeper's OPA": {
    source: "import rego.v2",
    error: {
      code: "rego_parse_error",
      message: "invalid import, `rego.v2` is not supported by current capabilities",
      file: "a.rego",
      row: 3,
      column: 8,
    },
  },
};

test.each(Object.entries(mistakes))("%s", async (_name, { source, error }) => {
  const outcome = await opa.check({ modules: { "a.rego": `package a\n\n${source}\n` }, regoVersion: "v1" });
  expect(expectErrors(outcome)).toContainEqual(expect.objectContaining(error));
});

test("details tell the types at odds", async () => {
  const outcome = await opa.check({ modules: { "a.rego": "package a\n\np := count(1)\n" }, regoVersion: "v1" });
  expect(expectErrors(outcome)[0]?.details?.join("\n")).toMatch(/have: .*number[\s\S]*want: /);
});

test("all errors of all modules at once, ordered by file and row", async () => {
  const many = Array.from({ length: 20 }, (_, i) => `p${i} := missing${i}`).join("\n");
  const modules = { "b.rego": `package b\n${many}\n`, "a.rego": `package a\n${many}\n` };
  const errors = expectErrors(await opa.check({ modules, regoVersion: "v1" }));
  const rows = Array.from({ length: 20 }, (_, i) => i + 2);
  expect(errors.map(({ file, row }) => [file, row])).toEqual([
    ...rows.map((row) => ["a.rego", row]),
    ...rows.map((row) => ["b.rego", row]),
  ]);
});

test("every module that does not parse is named", async () => {
  const modules = {
    "c.rego": "",
    "b.rego": "package b\n\np := [\n",
    "a.rego": "package a\n\np := {\n",
    "d.rego": "package d",
  };
  const errors = expectErrors(await opa.check({ modules, regoVersion: "v1" }));
  expect([...new Set(errors.map(({ file }) => file))]).toEqual(["a.rego", "b.rego", "c.rego"]);
});

test("strict refuses what is unused", async () => {
  const request = { modules: { "a.rego": "package a\n\nimport data.b\n\np := 1\n" }, regoVersion: "v1" } as const;
  expect(await opa.check(request)).toEqual({ ok: true, value: null });
  expect(expectErrors(await opa.check({ ...request, strict: true }))[0]?.message).toBe("import data.b unused");
});

test("v0 syntax is legal in v0 alone", async () => {
  const modules = { "a.rego": "package a\n\np[x] { x := input.xs[_] }\n" };
  expect(await opa.check({ modules, regoVersion: "v0" })).toEqual({ ok: true, value: null });
  expect(expectErrors(await opa.check({ modules, regoVersion: "v1" }))[0]?.code).toBe("rego_parse_error");
});
