import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { at, isList, isObject, type Json, type JsonObject, type Path, pathText, textAt } from "../resources/json.js";
import { locationOf } from "../resources/position.js";
import type { Resource } from "../resources/resource.js";
import { nameOf, typeOf } from "./object.js";
import { preserveUnknownFields, type Schema } from "./schema.js";
import { structuralProblem } from "./structural-schema.js";
import { chooseRego, engines, readRego, type TemplateRego } from "./template-rego.js";

/** A ConstraintTemplate that Gatekeeper's own reading accepts and that has Rego. */
export interface ConstraintTemplate {
  readonly resource: Resource;
  readonly kind: string;
  readonly rego: TemplateRego;
  /** Of `spec.parameters`; undefined when the template has none and a constraint may not have parameters. */
  readonly parameters: Schema | undefined;
}

export interface TemplateReading {
  readonly template: ConstraintTemplate | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Group and kind of the objects that `readTemplate` reads. */
export function isTemplate(object: JsonObject): boolean {
  const { group, kind } = typeOf(object);
  return group === "templates.gatekeeper.sh" && kind === "ConstraintTemplate";
}

/**
 * Reads a ConstraintTemplate as Gatekeeper 3.23.1 does: one target; `targets[].rego` before `code[]`; an unknown Rego
 * version is v0; the name is the kind in lower case; library packages below `lib`. The Rego itself is for the compiler.
 */
export function readTemplate(resource: Resource): TemplateReading {
  const problems: Diagnostic[] = [];
  const refuse = (reason: string, ...path: Path) => {
    problems.push(diagnose("template-invalid", { reason }, locationOf(resource, path)));
  };
  const { object } = resource;
  const kind = textAt(object, "spec", "crd", "spec", "names", "kind");
  if (!versions.has(typeOf(object).version)) refuse(`its version is none of ${[...versions].join(", ")}`, "apiVersion");
  if (kind === "") refuse("spec.crd.spec.names.kind is missing", "spec");
  else if (nameOf(object).toLowerCase() !== kind.toLowerCase()) {
    refuse(`its name must be the kind in lower case, ${kind.toLowerCase()}, not ${nameOf(object)}`, "metadata", "name");
  }
  const parameters = readParameterSchema(object);
  const unstructured = parameters === undefined ? undefined : structuralProblem(parameters);
  if (unstructured !== undefined) {
    const place = [...schemaPath, ...unstructured.path];
    refuse(
      `its schema is not structural: ${pathText(["openAPIV3Schema", ...unstructured.path])} ${unstructured.problem}`,
      ...place,
    );
  }
  const target = readTarget(object, refuse);
  if (target === undefined) return { template: undefined, diagnostics: problems };
  const rego = chooseRego(target);
  if (rego === undefined) return { template: undefined, diagnostics: [...problems, notJudged(resource, kind, target)] };
  const read = readRego(resource, kind, rego);
  const diagnostics = [...problems, ...read.diagnostics, ...celPreference(resource, kind, target)];
  if (read.rego === undefined || problems.length > 0) return { template: undefined, diagnostics };
  return { template: { resource, kind, rego: read.rego, parameters }, diagnostics };
}

const versions: ReadonlySet<string> = new Set(["v1", "v1beta1", "v1alpha1"]);
const schemaPath = ["spec", "crd", "spec", "validation", "openAPIV3Schema"];
const targetName = "admission.k8s.gatekeeper.sh";

function readParameterSchema(template: JsonObject): Schema | undefined {
  const validation = ["spec", "crd", "spec", "validation"];
  const schema = at(template, ...validation, "openAPIV3Schema");
  const legacy = at(template, ...validation, "legacySchema");
  // The default of legacySchema is false in v1 and true in the versions before it.
  const isLegacy = typeof legacy === "boolean" ? legacy : typeOf(template).version !== "v1";
  if (isLegacy) return preserveUnknownFields(isObject(schema) ? schema : {});
  return isObject(schema) ? schema : undefined;
}

function readTarget(template: JsonObject, refuse: (reason: string, ...path: Path) => void): Json | undefined {
  const targets = at(template, "spec", "targets");
  const [target, ...more] = isList(targets) ? targets : [];
  if (target === undefined) refuse("it has no target", "spec");
  else if (more.length > 0) refuse("it has more than one target", "spec", "targets", 1);
  else if (textAt(target, "target") !== targetName) {
    refuse(`its target must be ${targetName}, not ${JSON.stringify(textAt(target, "target"))}`, "spec", "targets", 0);
  } else return target;
  return undefined;
}

function notJudged(resource: Resource, kind: string, target: Json): Diagnostic {
  const found = engines(target).join(" and ") || "no code";
  return diagnose("template-not-judged", { kind, engines: found }, locationOf(resource, ["spec", "targets", 0]));
}

function celPreference(resource: Resource, kind: string, target: Json): readonly Diagnostic[] {
  const index = engines(target).indexOf("K8sNativeValidation");
  if (index === -1) return [];
  const place = locationOf(resource, ["spec", "targets", 0, "code", index]);
  return [diagnose("template-has-cel", { kind }, place)];
}
