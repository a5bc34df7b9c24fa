import { afterAll, describe, expect, it } from "vitest";
import { checkEmittedRego, opaProblem, regexComplaints } from "../../src/build/emitted-rego.js";
import { startOpa } from "../../src/opa/opa.js";

const opa = startOpa();
afterAll(() => opa.close());

describe("checkEmittedRego", () => {
  const messages = async (modules: Readonly<Record<string, string>>) =>
    (await checkEmittedRego(opa, modules)).map(({ code, message }) => `${code}: ${message}`);

  it("is content with what is legal and formatted", async () => {
    expect(await messages({ "rules/a.rego": "package a\n\nviolation contains 1\n" })).toEqual([]);
  });

  it("names the rule whose module is not formatted, and the line", async () => {
    const modules = {
      "rules/a.rego": "package a\n\nviolation contains 1\n",
      "rules/b.rego": "package b\n\nx  :=  1\n",
    };
    expect(await messages(modules)).toEqual([expect.stringMatching(/^emitted-rego-invalid: .*the rule "b".*line 3/)]);
  });

  it.each([
    ["is no Rego", "package a\n\nx := \n"],
    ["names what is not there", "package a\n\nx := y\n"],
    ["is not strict: a variable is not used", "package a\n\nx if {\n\tunused := 1\n}\n"],
    ["is newer than Gatekeeper's OPA", "package a\n\nx := no.such_builtin(1)\n"],
  ])("names the rule whose module %s", async (_, text) => {
    const [first] = await messages({ "rules/a.rego": text });
    expect(first).toMatch(/^emitted-rego-invalid: .*the rule "a".*line [34]/);
  });

  it("calls a failure of OPA itself by that name", () => {
    expect(opaProblem({ code: "opa_timeout", message: "no answer in 60 s" })).toMatchObject({
      code: "opa-unavailable",
    });
  });
});

it("has RE2 judge patterns, and says what other dialects have that RE2 has not", async () => {
  const patterns = [
    "^a$",
    "(?=a)b",
    "(?<!a)b",
    "(a)\\1",
    "(?P<n>a)\\k<n>",
    "a++",
    "(?>a)",
    "(",
    "[z-a]",
    "(?i)x",
    "\\pL",
    "a{1001}",
  ];
  expect(await regexComplaints(opa, patterns)).toEqual([
    undefined,
    "it uses look-around",
    "it uses look-around",
    "it uses a back-reference",
    "it uses a back-reference",
    "it uses a possessive or atomic group",
    "it uses a possessive or atomic group",
    "RE2 cannot read it",
    "RE2 cannot read it",
    undefined,
    undefined,
    "RE2 cannot read it",
  ]);
});
