import { aggregateModule, ruleEntrypoint } from "../../src/emit-rego/aggregate.js";
import type { CompiledRule } from "../../src/ir/compiled-rule.js";
import type { Json } from "../../src/ir/parameter-schema.js";
import { loadPolicy } from "../../src/judge/policy.js";
import { policyModules } from "../../src/manifest/policy-modules.js";
import type { Opa, RegoModules } from "../../src/opa/opa.js";
import type { CaseInput, Found } from "./case-files.js";
import { distinct } from "./run-in-node.js";

/** Rules with the inputs that each is to judge. */
export interface Judged {
  readonly rule: CompiledRule;
  readonly inputs: readonly CaseInput[];
}

/** For each rule, what was found in each input; an error instead where evaluation failed. */
export type Findings = readonly (readonly (readonly Found[] | string)[])[];

/** The modules of all rules and libraries, as a bundle has them. */
export function modulesOf(rules: readonly CompiledRule[]): RegoModules {
  return policyModules(rules, aggregateModule(rules)).modules;
}

/** The Rego as WASM, one module for all rules, in Node. */
export async function runWasm(opa: Opa, judged: readonly Judged[]): Promise<Findings> {
  const rules = judged.map(({ rule }) => rule);
  const { modules, entrypoints } = policyModules(rules, aggregateModule(rules));
  const compiled = await opa.compile({ modules, entrypoints, regoVersion: "v1" });
  if (!compiled.ok)
    throw new Error(compiled.errors.map(({ file, row, message }) => `${file}:${row}: ${message}`).join("\n"));
  const policy = await loadPolicy(compiled.value);
  return judged.map(({ rule, inputs }) =>
    inputs.map((input) => {
      const outcome = policy.evaluate(ruleEntrypoint(rule), reviewOf(input));
      return "error" in outcome ? outcome.error : foundIn(outcome.result);
    }),
  );
}

/** The Rego as OPA's own interpreter understands it. */
export async function runOpa(opa: Opa, judged: readonly Judged[]): Promise<Findings> {
  const evaluations = judged.map(({ rule, inputs }) => ({
    query: `data.${rule.rego.package}.violation`,
    inputs: inputs.map(reviewOf),
  }));
  const modules = modulesOf(judged.map(({ rule }) => rule));
  const outcome = await opa.evaluateAll({ modules, regoVersion: "v1", evaluations });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.value.map((values) => values.map(foundIn));
}

function reviewOf({ object, parameters }: CaseInput): Json {
  return parameters === undefined ? { review: { object } } : { review: { object }, parameters };
}

function foundIn(result: unknown): Found[] {
  // The value of a `violation` rule: a set of records with these two members.
  const members = (result ?? []) as readonly { readonly msg: string; readonly details: Found["details"] }[];
  return distinct(members.map(({ msg, details }) => ({ message: msg, details })));
}
