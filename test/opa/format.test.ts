import { expect, test } from "vitest";
import { expectErrors, expectValue, runningOpa } from "./running-opa.js";

const opa = runningOpa();

test("modules come out as opa fmt prints them", async () => {
  const modules = { "a.rego": "package a\np contains x if{x:=1}", "b.rego": "package   b\n" };
  expect(expectValue(await opa.format({ modules, regoVersion: "v1" }))).toEqual({
    "a.rego": "package a\n\np contains x if x := 1\n",
    "b.rego": "package b\n",
  });
});

test("what is formatted stays as it is", async () => {
  const modules = { "a.rego": "package a\n\n# why\np contains x if x := 1\n" };
  expect(expectValue(await opa.format({ modules, regoVersion: "v1" }))).toEqual(modules);
});

test("v0 stays v0", async () => {
  const modules = { "a.rego": "package a\np[x]{x:=1}" };
  expect(expectValue(await opa.format({ modules, regoVersion: "v0" }))).toEqual({
    "a.rego": "package a\n\np[x] {\n\tx := 1\n}\n",
  });
});

test("a module that does not parse is named", async () => {
  const modules = { "a.rego": "package a\n", "b.rego": "package b\n\np := ]\n" };
  const errors = expectErrors(await opa.format({ modules, regoVersion: "v1" }));
  expect(errors[0]).toMatchObject({ code: "rego_parse_error", file: "b.rego", row: 3 });
});
