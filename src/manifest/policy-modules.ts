import type { CompiledRule } from "../ir/compiled-rule.js";
import { invariant } from "../ir/invariant.js";
import { headOf } from "./artifact.js";

/** The entry point that judges an object by every rule at once. */
export const aggregateEntrypoint = "gatewright/bundle/violations";

/** What `policy.wasm` is compiled from: Rego v1 by file name, and the entry points in order. */
export interface PolicyModules {
  readonly modules: Readonly<Record<string, string>>;
  readonly entrypoints: readonly string[];
}

/** `aggregate` is the text of package `gatewright.bundle`; `rulesFolder` is what its head names as its source. */
export function policyModules(rules: readonly CompiledRule[], aggregate: string, rulesFolder: string): PolicyModules {
  const modules: Record<string, string> = { "policy.rego": policyRego(aggregate, rulesFolder) };
  for (const { metadata, rego } of rules) {
    modules[`rules/${metadata.name}.rego`] = rego.module;
    for (const { name, text } of rego.libraries) {
      const known = modules[`lib/${name}.rego`] ?? text;
      invariant(known === text, `two rules embed different texts of the library ${name}`);
      modules[`lib/${name}.rego`] = text;
    }
  }
  return { modules, entrypoints: [aggregateEntrypoint, ...rules.map(ruleEntrypoint)] };
}

export function ruleEntrypoint({ rego }: CompiledRule): string {
  return `${rego.package.replaceAll(".", "/")}/violation`;
}

function policyRego(aggregate: string, rulesFolder: string): string {
  return `# ${headOf(`the rules in ${rulesFolder}`)}\n\n${aggregate}`;
}
