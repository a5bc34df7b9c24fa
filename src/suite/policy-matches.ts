import { join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { packagePath } from "../gatekeeper/rego-text.js";
import type { ConstraintTemplate } from "../gatekeeper/template.js";
import type { TemplateModule } from "../gatekeeper/template-rego.js";
import { type BundleFolder, digestProblem } from "../judge/bundle-folder.js";
import type { Opa } from "../opa/opa.js";
import { compileCached } from "../opa/policy-cache.js";
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
 * Compiles a bundle's templates as they are on disk, together with its policy.rego, exactly as the build does (so that the two
 * share the cache), and compares the result with policy.wasm. A template that cannot be read or compiled is left to the tests
 * that use it; without any test, the failure says which file it is.
 */
export async function policyMatches(opa: Opa, bundle: BundleFolder, files: SuiteFiles): Promise<PolicyMatch> {
  const none = new Map<ConstraintTemplate, Program>();
  const stale = diagnose("policy-stale", { file: join(bundle.folder, bundle.manifest.module.file) });
  const unit = bundleUnit(bundle, files);
  if ("failures" in unit) return { programs: none, failures: unit.failures };
  const compiled = await compileCached(opa, unit.request);
  if (!compiled.ok) return { programs: none, failures: [stale] };
  const isSame = Buffer.from(compiled.value).equals(bundle.wasm);
  const digest = digestProblem(bundle);
  const failures = isSame ? (digest === undefined ? [] : [digest]) : [stale];
  return { programs: new Map(await programsOf(unit, compiled.value)), failures };
}

/** The same files, names and entry points, in the same order, as the build hands to OPA. */
function bundleUnit(bundle: BundleFolder, files: SuiteFiles): Unit | { readonly failures: readonly Diagnostic[] } {
  const { folder, manifest, aggregate } = bundle;
  if (aggregate === undefined) return { failures: [diagnose("policy-missing", { folder, file: "policy.rego" })] };
  const modules: Record<string, string> = { "policy.rego": aggregate };
  const origins = new Map<string, Origin>();
  const templates: ConstraintTemplate[] = [];
  const failures: Diagnostic[] = [];
  for (const { name } of manifest.rules) {
    const { template, diagnostics } = files.template(`${folder}/rules/${name}/template.yaml`);
    if (template === undefined) {
      failures.push(...diagnostics);
      continue;
    }
    templates.push(template);
    for (const [file, module, gatekeeperName] of modulesOf(name, template)) {
      modules[file] = module.text;
      origins.set(file, { template, module, gatekeeperName });
    }
  }
  if (failures.length > 0) return { failures };
  const entrypoints = [manifest.allEntrypoint, ...manifest.rules.map(({ entrypoint }) => entrypoint)];
  return { request: { modules, entrypoints, regoVersion: templates[0]?.rego.version ?? "v1" }, origins, templates };
}

function modulesOf(name: string, { rego }: ConstraintTemplate): readonly (readonly [string, TemplateModule, string])[] {
  const libraries = rego.libraries.map((module, index) => {
    const library = packagePath(module.package.slice(1));
    return [`lib/${library}.rego`, module, `libs["lib_${index}"]`] as const;
  });
  return [[`rules/${name}.rego`, rego.module, "template"], ...libraries];
}
