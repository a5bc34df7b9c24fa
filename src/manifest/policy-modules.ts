import { aggregateEntrypoint, ruleEntrypoint } from "../emit-rego/aggregate.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import { mergeLibrary } from "./merge-library.js";

/** What `policy.wasm` is compiled from: Rego v1 by file name, and the entry points in order. */
export interface PolicyModules {
  readonly modules: Readonly<Record<string, string>>;
  readonly entrypoints: readonly string[];
}

/** `aggregate` is the text of package `gatewright.bundle`. */
export function policyModules(rules: readonly CompiledRule[], aggregate: string): PolicyModules {
  const libraries = new Map<string, string[]>();
  for (const { name, text } of rules.flatMap(({ rego }) => rego.libraries)) {
    libraries.set(name, [...(libraries.get(name) ?? []), text]);
  }
  const modules = Object.fromEntries([
    ["policy.rego", aggregate],
    ...rules.map(({ metadata, rego }) => [`rules/${metadata.name}.rego`, rego.module]),
    ...Array.from(libraries, ([name, texts]) => [`lib/${name}.rego`, mergeLibrary(name, texts)]),
  ]);
  return { modules, entrypoints: [aggregateEntrypoint, ...rules.map(ruleEntrypoint)] };
}
