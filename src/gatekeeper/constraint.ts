import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { at, isObject, type Json, type JsonObject, type Path, pathText, textAt } from "../resources/json.js";
import { locationOf } from "../resources/position.js";
import type { Resource } from "../resources/resource.js";
import { constraintSchema } from "./constraint-schema.js";
import { withDefaults } from "./defaults.js";
import { enforcementAt } from "./enforcement.js";
import { readSelector, selectorProblem } from "./label-selector.js";
import { type Match, readMatch } from "./match.js";
import { nameOf, typeOf } from "./object.js";
import type { Schema } from "./schema.js";
import { validate } from "./schema-validation.js";
import type { ConstraintTemplate } from "./template.js";
import { unknownFields } from "./unknown-fields.js";

/** A constraint that its template accepts, defaults filled in. */
export interface Constraint {
  readonly resource: Resource;
  readonly kind: string;
  readonly name: string;
  readonly match: Match;
  /** `input.parameters`; {} when the constraint has none. */
  readonly parameters: Json;
  /** What the gator enforcement point does about a violation; undefined when this constraint is not enforced there. */
  readonly enforcementAction: string | undefined;
}

export function isConstraint(object: JsonObject): boolean {
  return typeOf(object).group === "constraints.gatekeeper.sh";
}

/**
 * Either the constraint or why Gatekeeper refuses it. The code of the diagnostics tells what gator's `invalid: true`
 * asks for: "constraint-schema" is a value that the schema forbids, "constraint-invalid" anything else, unknown fields
 * included.
 */
export type ConstraintReading = { readonly constraint: Constraint } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a constraint of a template as Gatekeeper's client does (ValidateConstraint, ValidateCR, ApplyDefaultParams).
 */
export function readConstraint(resource: Resource, template: ConstraintTemplate): ConstraintReading {
  const { object } = resource;
  const refused = metadataProblem(object, template) ?? selectorsProblem(object);
  if (refused !== undefined) return { diagnostics: [refuse(resource, refused)] };
  const schema = constraintSchema(template.parameters);
  const violations = validate(object, schema);
  if (violations.length > 0) {
    return { diagnostics: violations.map(({ path, problem }) => misfit(resource, template.kind, path, problem)) };
  }
  const unknown = unknownFields(object, schema);
  if (unknown.length > 0) {
    return {
      diagnostics: unknown.map((path) => refuse(resource, { path, reason: `it has no field ${pathText(path)}` })),
    };
  }
  return build(resource, schema);
}

function build(resource: Resource, schema: Schema): ConstraintReading {
  const complete = withDefaults(resource.object, schema);
  const enforcement = enforcementAt(complete, "gator.gatekeeper.sh");
  if ("reason" in enforcement) return { diagnostics: [refuse(resource, enforcement)] };
  const constraint: Constraint = {
    resource,
    kind: textAt(complete, "kind"),
    name: textAt(complete, "metadata", "name"),
    match: readMatch(at(complete, "spec", "match")),
    parameters: at(complete, "spec", "parameters") ?? {},
    enforcementAction: enforcement.action,
  };
  return { constraint };
}

interface Refusal {
  readonly path: Path;
  readonly reason: string;
}

function refuse(resource: Resource, { path, reason }: Refusal): Diagnostic {
  return diagnose("constraint-invalid", { reason }, locationOf(resource, path));
}

function misfit(resource: Resource, kind: string, path: Path, problem: string): Diagnostic {
  const reason = `${path.length === 0 ? "it" : pathText(path)} ${problem}`;
  return diagnose("constraint-schema", { kind, reason }, locationOf(resource, path));
}

/** DNS-1123 subdomain, as every name of a custom resource. */
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

function metadataProblem(object: JsonObject, template: ConstraintTemplate): Refusal | undefined {
  const { version, kind } = typeOf(object);
  const name = nameOf(object);
  if (name === "") return { path: ["metadata"], reason: "it has no name" };
  if (name.length > 253 || !subdomain.test(name)) {
    return { path: ["metadata", "name"], reason: `${JSON.stringify(name)} is no name of a Kubernetes object` };
  }
  if (kind !== template.kind) {
    return { path: ["kind"], reason: `its kind is ${kind}, and the template's is ${template.kind}` };
  }
  if (version !== "v1beta1" && version !== "v1alpha1") {
    return { path: ["apiVersion"], reason: `its version is ${JSON.stringify(version)}, not v1beta1 or v1alpha1` };
  }
  return undefined;
}

function selectorsProblem(object: JsonObject): Refusal | undefined {
  for (const name of ["labelSelector", "namespaceSelector"]) {
    const path = ["spec", "match", name];
    const value = at(object, ...path);
    if (value === undefined || value === null) continue;
    if (!isObject(value)) return { path, reason: `${name} must be an object` };
    // Values of a wrong type are the schema's to report.
    const problem = selectorProblem(readSelector(value));
    if (problem !== undefined) return { path, reason: `${name}: ${problem}` };
  }
  return undefined;
}
