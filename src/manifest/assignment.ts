import type { ResolvedAssignment, ResolvedConstraint } from "../assign/records.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import { invariant } from "../ir/invariant.js";
import { type Artifact, headOf } from "./artifact.js";
import { constraintTemplate, provenance } from "./constraint-template.js";
import { matchKinds } from "./match-kinds.js";
import { type Manifest, yamlText } from "./yaml-text.js";

/**
 * What a cluster receives, below assignments/<name>/: templates and constraints, apart because a constraint can be
 * applied only when its template's CRD is there, and a kustomization of both. Disabled rules are in neither.
 */
export function assignmentArtifacts(
  assignment: ResolvedAssignment,
  rules: ReadonlyMap<string, CompiledRule>,
): Artifact[] {
  const folder = `assignments/${assignment.name}`;
  const parts = assignment.constraints.map((constraint) => {
    const rule = rules.get(constraint.rule);
    invariant(rule, `assignment ${assignment.name} has a constraint for the unknown rule ${constraint.rule}`);
    const head = headOf(`${assignment.file} and ${rule.source.file}`);
    return {
      template: constraintTemplate(rule, `${folder}/templates/${constraint.rule}.yaml`),
      constraint: {
        path: `${folder}/constraints/${constraint.rule}.yaml`,
        content: yamlText(constraintManifest(constraint, rule), { head }),
      },
    };
  });
  const members = [...parts.map(({ template }) => template), ...parts.map(({ constraint }) => constraint)];
  const kustomization = {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: members.map(({ path }) => path.slice(folder.length + 1)),
  };
  const content = yamlText(kustomization, { head: headOf(assignment.file) });
  return [{ path: `${folder}/kustomization.yaml`, content }, ...members];
}

/** `parameters` is there even when empty: where it is absent altogether, the API server applies no defaults. */
function constraintManifest(constraint: ResolvedConstraint, rule: CompiledRule): Manifest {
  const { excludedNamespaces } = constraint;
  return {
    apiVersion: "constraints.gatekeeper.sh/v1beta1",
    kind: constraint.kind,
    metadata: { name: constraint.name, annotations: provenance(rule) },
    spec: {
      enforcementAction: constraint.enforcementAction,
      match: {
        kinds: matchKinds(constraint.on),
        ...(excludedNamespaces.length === 0 ? {} : { excludedNamespaces }),
      },
      parameters: constraint.parameters,
    },
  };
}
