import { afterAll, describe, expect, test } from "vitest";
import { startOpa } from "../../src/opa/opa.js";
import { succeeded } from "./calls.js";
import { libraryModules, libraryNames, librarySource } from "./libraries.js";
import { requiredBuiltins } from "./required-builtins.js";

const regoVersion = "v1";
const opa = startOpa({ eager: true });
afterAll(() => opa.close());

test("a builtin that the host must provide is noticed", async () => {
  const modules = { "entry.rego": `package entry\n\nf0 := sprintf("%s", [input])\n` };
  const policy = succeeded(await opa.compile({ modules, regoVersion, entrypoints: ["entry/f0"] }));
  expect(await requiredBuiltins(policy)).toEqual(["sprintf"]);
});

describe.each(libraryNames)("lib.%s", (name) => {
  const source = librarySource(name);
  const functions = functionNames(source);

  test("is as opa fmt prints it", async () => {
    const modules = libraryModules(name);
    expect(succeeded(await opa.format({ modules, regoVersion }))).toEqual(modules);
  });

  test("passes the strict check", async () => {
    expect(await opa.check({ modules: libraryModules(name), regoVersion, strict: true })).toEqual({
      ok: true,
      value: null,
    });
  });

  test("passes its own tests, which reach every line", async () => {
    const modules = libraryModules(name);
    const { tests, coverage } = succeeded(await opa.test({ modules, regoVersion, coverage: true }));
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
    expect(coverage?.files[`${name}/${name}.rego`]?.notCovered ?? []).toEqual([]);
  });

  test("needs no builtin from its host", async () => {
    const entrypoints = functions.map((_, index) => `entry/f${index}`);
    const modules = { "library.rego": source, "entry.rego": callsOf(name, source, functions) };
    const policy = succeeded(await opa.compile({ modules, regoVersion, entrypoints }));
    expect(await requiredBuiltins(policy)).toEqual([]);
  });

  test("stands alone: neither imports nor data of others", () => {
    expect(source.startsWith(`package lib.${name}\n`)).toBe(true);
    expect(source).not.toMatch(/^import /m);
    expect(source).not.toMatch(/\b(?:data|input)\b[.[]/);
  });

  test("is made of functions apart by blank lines, so that a template can embed some of them", () => {
    const [, ...blocks] = source.trimEnd().split("\n\n");
    expect(blocks.filter((block) => !/^(?:# .*\n)*[a-z_]+\([^\n]*\)(?: :=| if|$)/.test(block))).toEqual([]);
  });

  test("every function has a comment above it", () => {
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter((each) => !new RegExp(`\\n\\n(?:# .*\\n)+${each}\\(`).test(source))).toEqual([]);
  });
});

/** In the order of their first clauses. */
function functionNames(source: string): string[] {
  return [...new Set([...source.matchAll(/^([a-z_]+)\(/gm)].map(([, name = ""]) => name))];
}

/** A module that calls each function once, `f0` the first. */
function callsOf(library: string, source: string, functions: readonly string[]): string {
  const rules = functions.map((name, index) => {
    const parameters = new RegExp(`^${name}\\(([^)]*)\\)`, "m").exec(source)?.[1] ?? "";
    const given = parameters.split(", ").map((_, place) => `input[${place}]`);
    return `f${index} := data.lib.${library}.${name}(${given.join(", ")})`;
  });
  return ["package entry", ...rules].join("\n\n");
}
