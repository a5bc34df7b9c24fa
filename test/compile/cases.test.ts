import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rule } from "../../src/authoring/define-rule.js";
import { type Compilation, compileRules } from "../../src/compile.js";
import { renderDiagnostics } from "../../src/diagnostics/render.js";
import type { CompiledRule } from "../../src/ir/compiled-rule.js";
import { startOpa } from "../../src/opa/opa.js";
import {
  type CaseInput,
  caseNames,
  type Found,
  readExpected,
  readInputs,
  readRego,
  updating,
  writeExpected,
} from "./case-files.js";
import { distinct, runInNode } from "./run-in-node.js";
import { type Findings, modulesOf, runOpa, runWasm } from "./run-rego.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const opa = startOpa({ eager: true });
const inputs = new Map(caseNames.map((name) => [name, readInputs(name)]));
let compilation: Compilation;
let wasm: Findings;
let reference: Findings;

beforeAll(async () => {
  compilation = compileRules({ root, rules: "test/cases/compile" });
  const judged = compilation.rules.map((rule) => ({ rule, inputs: inputs.get(rule.metadata.name) ?? [] }));
  if (judged.length === 0) return;
  wasm = await runWasm(opa, judged);
  reference = await runOpa(opa, judged);
});
afterAll(() => opa.close());

test("every case compiles", () => {
  expect(renderDiagnostics(compilation.diagnostics, { color: false, sourceText: () => undefined })).toBe("");
  expect(compilation.rules.map((rule) => rule.metadata.name)).toEqual(caseNames);
});

test("every module is as opa fmt prints it", async () => {
  const modules = modulesOf(compilation.rules);
  expect(await opa.format({ modules, regoVersion: "v1" })).toEqual({ ok: true, value: modules });
});

test("every module passes the strict check", async () => {
  const modules = modulesOf(compilation.rules);
  expect(await opa.check({ modules, regoVersion: "v1", strict: true })).toEqual({ ok: true, value: null });
});

describe.each(caseNames)("%s", (name) => {
  const given = inputs.get(name) ?? [];

  test("Node, WASM and OPA find what is expected", async () => {
    const index = compilation.rules.findIndex((rule) => rule.metadata.name === name);
    const { rego } = ruleAt(index);
    const node = await runCase(name, ruleAt(index), given);
    if (updating) writeExpected(name, Object.fromEntries(node), rego.module);
    const expected = sorted(readExpected(name));
    expect(sorted(Object.fromEntries(node))).toEqual(expected);
    expect(sorted(byInput(given, wasm[index]))).toEqual(expected);
    expect(sorted(byInput(given, reference[index]))).toEqual(expected);
  });

  test("the Rego has the expected shape", () => {
    expect(ruleAt(compilation.rules.findIndex((rule) => rule.metadata.name === name)).rego.module).toBe(readRego(name));
  });

  test("the inputs make a difference", () => {
    const outcomes = Object.values(readExpected(name)).map((found) => JSON.stringify(found));
    expect(outcomes.length).toBe(given.length);
    expect(new Set(outcomes).size).toBeGreaterThan(1);
  });
});

function ruleAt(index: number): CompiledRule {
  const rule = compilation.rules[index];
  if (rule === undefined) throw new Error("the case was not compiled");
  return rule;
}

/** What TypeScript finds in each input; what is expected by hand where it cannot be asked. */
async function runCase(name: string, rule: CompiledRule, given: readonly CaseInput[]) {
  const module: { readonly default: Rule } = await import(`../cases/compile/${name}/rule.ts`);
  const byHand = readExpected(name);
  const { required } = rule.parameters.root;
  return given.map((input): [string, readonly Found[]] => [
    input.name,
    input.byHand === undefined
      ? runInNode(module.default, required, input.object, input.parameters)
      : (byHand[input.name] ?? []),
  ]);
}

function byInput(given: readonly CaseInput[], found: Findings[number] | undefined) {
  return Object.fromEntries(given.map(({ name }, index) => [name, found?.[index]]));
}

/** In the order in which sets are compared; errors as they are. */
function sorted(findings: Readonly<Record<string, readonly Found[] | string | undefined>>) {
  return Object.fromEntries(
    Object.entries(findings).map(([name, found]) => [name, Array.isArray(found) ? distinct(found) : found]),
  );
}
