import type { CompiledRule } from "../ir/compiled-rule.js";
import type { Json } from "../ir/parameter-schema.js";
import { type Artifact, headOf } from "./artifact.js";
import { parametersOpenApi } from "./openapi.js";
import { yamlText } from "./yaml-text.js";

/**
 * The ConstraintTemplate of a rule, in the form with Rego v1 that Gatekeeper reads since 3.19:
 *
 *     targets: [{ target, code: [{ engine: Rego, source: { version: v1, rego, libs } }] }]
 */
export function constraintTemplate(rule: CompiledRule, path: string): Artifact {
  const { metadata, parameters, rego, source } = rule;
  const manifest = {
    apiVersion: "templates.gatekeeper.sh/v1",
    kind: "ConstraintTemplate",
    metadata: {
      name: metadata.kind.toLowerCase(),
      annotations: {
        "metadata.gatekeeper.sh/title": metadata.title.en,
        description: metadata.description.en,
        ...provenance(rule),
        "gatewright.dev/severity": metadata.severity,
      },
    },
    spec: {
      crd: {
        spec: {
          names: { kind: metadata.kind },
          validation: { openAPIV3Schema: parametersOpenApi(parameters) },
        },
      },
      targets: [{ target: "admission.k8s.gatekeeper.sh", code: [{ engine: "Rego", source: regoSource(rego) }] }],
    },
  };
  return { path, content: yamlText(manifest, { head: headOf(source.file) }) };
}

/** Annotations that lead from an object in a cluster back to the rule's source. */
export function provenance({ metadata, source }: CompiledRule): { readonly [key: string]: string } {
  return { "gatewright.dev/rule": metadata.name, "gatewright.dev/source-digest": source.digest };
}

function regoSource({ module, libraries }: CompiledRule["rego"]): Json {
  const libs = libraries.map(({ text }) => text);
  return { version: "v1", rego: module, ...(libs.length === 0 ? {} : { libs }) };
}
