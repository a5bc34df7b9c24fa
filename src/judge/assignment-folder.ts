import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js";
import { type Constraint, isConstraint, readConstraint } from "../gatekeeper/constraint.js";
import { type ConstraintTemplate, isTemplate, readTemplate } from "../gatekeeper/template.js";
import { textAt } from "../resources/json.js";
import { locationOf } from "../resources/position.js";
import { readResources } from "../resources/read-files.js";
import type { Resource } from "../resources/resource.js";

export interface AssignmentReading {
  /** Of the assignment that was read, or looked for. */
  readonly name: string;
  readonly constraints: readonly Constraint[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The constraints of a bundle's assignment (without a name: of the only one, or of asc-default), read with the templates beside them, which have their schemas and defaults.
 */
export function readAssignmentFolder(bundle: string, wanted: string | undefined, cwd: string): AssignmentReading {
  const known = foldersIn(resolve(cwd, bundle, "assignments"));
  const name = wanted ?? usualAssignment(known);
  const folder = `${bundle}/assignments/${name}`;
  if (!known.includes(name)) {
    const list = known.length === 0 ? "none" : known.join(", ");
    return {
      name,
      constraints: [],
      diagnostics: [diagnose("assignment-missing", { folder: bundle, name, known: list })],
    };
  }
  const parts = ["templates", "constraints"].filter((part) => foldersIn(resolve(cwd, folder)).includes(part));
  const read = readResources(
    parts.map((part) => `${folder}/${part}`),
    { cwd, stdin: () => new Uint8Array() },
  );
  if (hasErrors(read.diagnostics)) return { name, constraints: [], diagnostics: read.diagnostics };
  return { name, ...constraintsOf(read.resources) };
}

/** Where nobody says which: the only one that there is, or the shipped one. */
function usualAssignment(known: readonly string[]): string {
  const [only, ...others] = known;
  return only !== undefined && others.length === 0 ? only : "asc-default";
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return entries.map((entry) => entry.name).sort();
  } catch {
    return [];
  }
}

/** Templates and constraints in any order; objects of other kinds are passed over. */
export function constraintsOf(resources: readonly Resource[]): Omit<AssignmentReading, "name"> {
  const diagnostics: Diagnostic[] = [];
  const templates = new Map<string, ConstraintTemplate>();
  for (const resource of resources.filter(({ object }) => isTemplate(object))) {
    const { template, diagnostics: problems } = readTemplate(resource);
    diagnostics.push(...problems);
    if (template !== undefined) templates.set(template.kind, template);
  }
  const constraints: Constraint[] = [];
  for (const resource of resources.filter(({ object }) => isConstraint(object))) {
    const kind = textAt(resource.object, "kind");
    const template = templates.get(kind);
    const reading =
      template === undefined
        ? { diagnostics: [diagnose("constraint-without-template", { kind }, locationOf(resource, ["kind"]))] }
        : readConstraint(resource, template);
    if ("constraint" in reading) constraints.push(reading.constraint);
    else diagnostics.push(...reading.diagnostics);
  }
  return { constraints, diagnostics };
}
