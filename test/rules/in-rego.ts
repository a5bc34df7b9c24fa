import { loadPolicy } from "@open-policy-agent/opa-wasm";
import { ruleEntrypoint } from "../../src/emit-rego/aggregate.js";
import type { JsonObject } from "../../src/fixtures/fixture.js";
import type { CompiledRule } from "../../src/ir/compiled-rule.js";
import type { Opa } from "../../src/opa/opa.js";
import type { Finding } from "./finding.js";

/** What the Rego of one rule finds in an object, run as WASM. */
export type FindingsInRego = (object: JsonObject, parameters: JsonObject | null) => Finding[];

/** Compiles a rule's Rego as its template holds it: with its own libraries, cut down to what the rule reaches. */
export async function compileToWasm(opa: Opa, rule: CompiledRule): Promise<FindingsInRego> {
  const entrypoint = ruleEntrypoint(rule);
  const outcome = await opa.compile({ modules: modulesOf(rule), regoVersion: "v1", entrypoints: [entrypoint] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors, null, 2));
  const policy = await loadPolicy(outcome.value);
  return (object, parameters) => {
    const [{ result }] = policy.evaluate({ review: { object }, parameters }, entrypoint);
    // A set of violations, which arrives as an array.
    return result as Finding[];
  };
}

function modulesOf({ metadata, rego }: CompiledRule): Record<string, string> {
  const libraries = rego.libraries.map(({ name, text }) => [`lib/${name}.rego`, text]);
  return { [`rules/${metadata.name}.rego`]: rego.module, ...Object.fromEntries(libraries) };
}
