import { type Diagnostic, diagnose, type Location } from "../diagnostics/diagnostic.js";
import { packageReference } from "../gatekeeper/rego-text.js";
import type { ConstraintTemplate } from "../gatekeeper/template.js";
import { loadPolicy, type Policy } from "../judge/policy.js";
import type { Opa, OpaError } from "../opa/opa.js";
import { compileCached } from "../opa/policy-cache.js";
import { locationOf, positionInText } from "../resources/position.js";
import { needsOpa } from "./needs-opa.js";
import { entrypointOf, groupTemplates, type Unit } from "./unit.js";

/** A template that can be asked. */
export interface Program {
  readonly unit: Unit;
  readonly policy: Policy;
  readonly entrypoint: string;
  /** The same as a reference in Rego, for OPA's own evaluation. */
  readonly query: string;
  /** The policy's answers may differ from OPA's: see `needsOpa`. */
  readonly needsOpa: boolean;
}

export interface Programs {
  readonly programs: ReadonlyMap<ConstraintTemplate, Program>;
  /** Why a template has no program. */
  readonly failures: ReadonlyMap<ConstraintTemplate, readonly Diagnostic[]>;
}

/**
 * Compiles units of templates. When one does not compile, the templates that OPA names are left out and the rest is
 * compiled again: a broken template takes no other one with it.
 */
export async function compilePrograms(opa: Opa, units: readonly Unit[]): Promise<Programs> {
  const programs = new Map<ConstraintTemplate, Program>();
  const failures = new Map<ConstraintTemplate, readonly Diagnostic[]>();
  const waiting = [...units];
  for (let unit = waiting.shift(); unit !== undefined; unit = waiting.shift()) {
    const outcome = await compileCached(opa, unit.request);
    if (outcome.ok) {
      for (const [template, program] of programsOf(unit, outcome.value)) programs.set(template, program);
      continue;
    }
    const guilty = blame(unit, outcome.errors);
    for (const [template, diagnostics] of guilty) failures.set(template, diagnostics);
    waiting.push(...withoutGuilty(unit, guilty));
  }
  return { programs, failures };
}

export function programsOf(unit: Unit, wasm: Uint8Array): readonly (readonly [ConstraintTemplate, Program])[] {
  const policy = loadPolicy(wasm);
  policy.setData({ inventory: {} });
  return unit.templates.map((template) => {
    const query = `${packageReference(template.rego.module.package)}.violation`;
    return [template, { unit, policy, entrypoint: entrypointOf(template), query, needsOpa: needsOpa(template) }];
  });
}

/** The errors by template. Errors without a file count against the only template there is, or against none yet. */
function blame(unit: Unit, errors: readonly OpaError[]): ReadonlyMap<ConstraintTemplate, readonly Diagnostic[]> {
  const guilty = new Map<ConstraintTemplate, Diagnostic[]>();
  for (const error of errors) {
    const origin = unit.origins.get(error.file ?? "");
    const named = unit.templates.filter(
      (template) => template === origin?.template || embeds(template, origin?.module.text),
    );
    const templates = origin === undefined && unit.templates.length === 1 ? unit.templates : named;
    for (const template of templates) {
      const diagnostic = regoDiagnostic(unit, template, error);
      guilty.set(template, [...(guilty.get(template) ?? []), diagnostic]);
    }
  }
  return guilty;
}

function embeds({ rego }: ConstraintTemplate, text: string | undefined): boolean {
  return [rego.module, ...rego.libraries].some((module) => module.text === text);
}

/** What kept OPA from answering is not the template's fault. */
const ownFailures: ReadonlySet<string> = new Set(["opa_unavailable", "opa_exited", "opa_timeout"]);

function regoDiagnostic(unit: Unit, template: ConstraintTemplate, error: OpaError): Diagnostic {
  const reason = `${error.message.replace(/\.$/, "")} (${error.code})`;
  if (ownFailures.has(error.code)) return diagnose("opa-failed", { reason });
  return diagnose("template-rego", { kind: template.kind, reason }, regoLocation(unit, template, error));
}

function regoLocation({ origins }: Unit, template: ConstraintTemplate, { file, row, column }: OpaError): Location {
  const text = origins.get(file ?? "")?.module.text;
  const module = [template.rego.module, ...template.rego.libraries].find((candidate) => candidate.text === text);
  const { resource } = template;
  if (module === undefined || row === undefined) return locationOf(resource, template.rego.module.path);
  // OPA counts a column in bytes; the line shows how many units of UTF-16 that is.
  const line = module.text.split("\n")[row - 1] ?? "";
  const before = Buffer.from(line)
    .subarray(0, (column ?? 1) - 1)
    .toString();
  const start = positionInText(resource.source, [...resource.path, ...module.path], {
    line: row,
    column: before.length + 1,
  });
  return { file: resource.source.file, start };
}

/** What is left to compile. Where OPA blamed nobody, each template is tried alone. */
function withoutGuilty(unit: Unit, guilty: ReadonlyMap<ConstraintTemplate, unknown>): readonly Unit[] {
  const rest = unit.templates.filter((template) => !guilty.has(template));
  if (rest.length === 0) return [];
  return guilty.size > 0 ? groupTemplates(rest) : rest.flatMap((template) => groupTemplates([template]));
}
