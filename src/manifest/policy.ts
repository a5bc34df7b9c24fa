import { aggregateEntrypoint, ruleEntrypoint } from "../emit-rego/aggregate.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import { invariant } from "../ir/invariant.js";
import type { ResourceType } from "../ir/metadata.js";
import { type Artifact, digestOf, jsonText } from "./artifact.js";
import { hostBuiltins } from "./host-builtins.js";
import type { PolicyModules } from "./policy-modules.js";

/** The rule set as OPA compiled it. */
export interface CompiledPolicy {
  readonly opaVersion: string;
  readonly wasm: Uint8Array;
  /** What it was compiled from. */
  readonly modules: PolicyModules["modules"];
}

/** policy.wasm, the text of its aggregate entry point, and policy.json, from which a judge knows how to call it. */
export function policyArtifacts(rules: readonly CompiledRule[], policy: CompiledPolicy): Artifact[] {
  const aggregate = policy.modules["policy.rego"];
  invariant(aggregate !== undefined, "the policy was compiled without its aggregate");
  return [
    { path: "policy.json", content: jsonText(describePolicy(rules, policy)) },
    { path: "policy.rego", content: aggregate },
    { path: "policy.wasm", content: policy.wasm },
  ];
}

function describePolicy(rules: readonly CompiledRule[], { opaVersion, wasm }: CompiledPolicy) {
  return {
    formatVersion: 1,
    opa: { version: opaVersion },
    module: { file: "policy.wasm", digest: digestOf(wasm) },
    entrypoints: { all: aggregateEntrypoint },
    hostBuiltins: hostBuiltins(wasm),
    rules: rules.map((rule) => ({
      name: rule.metadata.name,
      kind: rule.metadata.kind,
      entrypoint: ruleEntrypoint(rule),
      package: rule.rego.package,
      source: { file: rule.source.file, digest: rule.source.digest },
      rego: { digest: digestOf(rule.rego.module) },
      on: rule.metadata.on.map(typeText),
    })),
  };
}

/** As a rule's author writes it: "apps/v1/Deployment", "v1/Pod". */
export function typeText({ group, version, kind }: ResourceType): string {
  return [group, version, kind].filter((part) => part !== "").join("/");
}
