import { join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { packagePath } from "../gatekeeper/rego-text.js";
import type { ConstraintTemplate } from "../gatekeeper/template.js";
import { type BundleFolder, digestProblem } from "../judge/bundle-folder.js";
import type { Opa } from "../opa/opa.js";
import { compileCached } from "../opa/policy-cache.js";
import { bundleLibrary } from "./bundle-library.js";
import type { SuiteFiles } from "./files.js";
import { type Program, programsOf } from "./programs.js";
import type { Origin, Unit } from "./unit.js";

export interface PolicyMatch {
  /** The bundle's templates, compiled from what is on disk; empty when they do not compile together. */
  readonly programs: ReadonlyMap<ConstraintTemplate, Program>;
  /** Why policy.wasm is not what the templates and policy.rego compile to; none when it is, to the byte. */
  readonly failures: readonly Diagnostic[];
}

/**
 * Compiles a bundle's templates as they are on disk, together with its policy.rego, exactly as the build does (so that
 * the two share the cache), and compares the result with policy.wasm. A template that cannot be read or compiled is
 * left to the tests that use it; without any test, the failure says which file it is.
 */
export async function policyMatches(opa: Opa, bundle: BundleFolder, files: SuiteFiles): Promise<PolicyMatch> {
  const none = new Map<ConstraintTemplate, Program>();
  const unit = bundleUnit(bundle, files);
  if ("failures" in unit) return { programs: none, failures: unit.failures };
  const compiled = await compileCached(opa, unit.request);
  if (!compiled.ok) return { programs: none, failures: [staleness(bundle)] };
  const isSame = Buffer.from(compiled.value).equals(bundle.wasm);
  const digest = digestProblem(bundle);
  const failures = isSame ? (digest === undefined ? [] : [digest]) : [staleness(bundle)];
  return { programs: new Map(programsOf(unit, compiled.value)), failures };
}

/** The same files, names and entry points, in the same order, as the build hands to OPA. */
function bundleUnit(bundle: BundleFolder, files: SuiteFiles): Unit | { readonly failures: readonly Diagnostic[] } {
  const { folder, manifest, aggregate } = bundle;
  if (aggregate === undefined) return { failures: [diagnose("policy-missing", { folder, file: "policy.rego" })] };
  const readings = manifest.rules.map(({ name }) => files.template(`${folder}/rules/${name}/template.yaml`));
  const templates = readings.map(({ template }) => template).filter((template) => template !== undefined);
  if (templates.length < readings.length) return { failures: readings.flatMap(({ diagnostics }) => diagnostics) };
  const modules: Record<string, string> = { "policy.rego": aggregate };
  const origins = new Map<string, Origin>();
  manifest.rules.forEach(({ name }, index) => {
    const template = templates[index];
    if (template === undefined) return;
    const file = `rules/${name}.rego`;
    modules[file] = template.rego.module.text;
    origins.set(file, { template, module: template.rego.module, gatekeeperName: "template" });
  });
  for (const [file, texts] of librariesOf(templates)) {
    const text = bundleLibrary(texts);
    if (text === undefined) return { failures: [staleness(bundle)] };
    modules[file] = text;
  }
  const entrypoints = [manifest.allEntrypoint, ...manifest.rules.map(({ entrypoint }) => entrypoint)];
  return { request: { modules, entrypoints, regoVersion: templates[0]?.rego.version ?? "v1" }, origins, templates };
}

/** What the templates embed of each library, by the file that it is compiled in. */
function librariesOf(templates: readonly ConstraintTemplate[]): ReadonlyMap<string, readonly string[]> {
  const libraries = new Map<string, string[]>();
  for (const { text, package: parts } of templates.flatMap(({ rego }) => rego.libraries)) {
    const file = `lib/${packagePath(parts.slice(1))}.rego`;
    libraries.set(file, [...(libraries.get(file) ?? []), text]);
  }
  return libraries;
}

function staleness({ folder, manifest }: BundleFolder): Diagnostic {
  return diagnose("policy-stale", { file: join(folder, manifest.module.file) });
}
