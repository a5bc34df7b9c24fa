import { join } from "node:path";
import { checkEmittedRego, opaProblem } from "./build/emitted-rego.js";
import { readStamp, type Stamp, type StampSubject, writeStamp } from "./build/stamp.js";
import { type Diagnostic, hasErrors } from "./diagnostics/diagnostic.js";
import { aggregateModule } from "./emit-rego/aggregate.js";
import type { CompiledRule } from "./ir/compiled-rule.js";
import { invariant } from "./ir/invariant.js";
import { type Artifact, digestOf, indexPath } from "./manifest/artifact.js";
import type { CompiledPolicy } from "./manifest/policy.js";
import { opaIdentity } from "./opa/identity.js";
import { type Opa, startOpa } from "./opa/opa.js";
import { compileCached } from "./opa/policy-cache.js";
import { packageVersion } from "./package-version.js";
import { compareOutput, isIntact } from "./write/compare-output.js";
import type { OutputFolder } from "./write/plan-changes.js";
import { writeOutput } from "./write/write-output.js";

export interface BuildRequest {
  /** Absolute; diagnostics and the output name files relative to it. */
  readonly root: string;
  /** Folder of the rules, relative to the root, forward slashes. */
  readonly rules: string;
  /** Folder of the assignments, likewise; absent when the project has none. */
  readonly assignments?: string;
  readonly output: OutputFolder;
  /** Only say what would change. */
  readonly check: boolean;
}

export interface BuildOutcome {
  /**
   * "refused": there are errors, and nothing was written. "up-to-date": the output was right already. "drifted": it was
   * not, and was only to be checked.
   */
  readonly result: "refused" | "up-to-date" | "drifted" | "written";
  readonly diagnostics: readonly Diagnostic[];
  readonly written: readonly string[];
  readonly deleted: readonly string[];
}

/** From the rules, fixtures and assignments of a project to its output folder. */
export async function build(request: BuildRequest): Promise<BuildOutcome> {
  const known = readStamp(stampSubject(request, []));
  if (known !== undefined && isIntact(request.output.path, known.indexDigest)) {
    return outcome("up-to-date", known.diagnostics);
  }
  // OPA loads in a process of its own while this one loads and runs the compiler.
  const opa = startOpa({ eager: true });
  try {
    return await buildAfresh(request, opa);
  } finally {
    await opa.close();
  }
}

async function buildAfresh(request: BuildRequest, opa: Opa): Promise<BuildOutcome> {
  const { compileRules } = await import("./compile.js");
  const { readAssignments, readFixtures } = await import("./build/inputs.js");
  const compilation = compileRules(request);
  const { rules } = compilation;
  const compiling = compilePolicy(rules, opa);
  const fixtures = readFixtures(request, rules);
  const assigned = await readAssignments(request, rules, opa);
  const policy = await compiling;
  const diagnostics = [compilation, fixtures, assigned, policy].flatMap((stage) => stage.diagnostics);
  if (hasErrors(diagnostics) || policy.compiled === undefined) return outcome("refused", diagnostics);

  const { planOutput } = await import("./manifest/manifest.js");
  const artifacts = planOutput({
    gatewrightVersion: packageVersion(),
    rulesFolder: request.rules,
    rules,
    fixtures: fixtures.byRule,
    assignments: assigned.assignments,
    policy: policy.compiled,
  });
  const finished = request.check ? checkOutput(request, artifacts) : replaceOutput(request, artifacts);
  if (!hasErrors(finished.diagnostics)) {
    writeStamp(stampSubject(request, compilation.inputs), stampOf(artifacts, diagnostics));
  }
  return { ...finished, diagnostics: [...diagnostics, ...finished.diagnostics] };
}

interface PolicyStage {
  /** Absent when there are errors, or no rules. */
  readonly compiled?: CompiledPolicy;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was emitted, checked by OPA and compiled into one module; nothing when the rules did not compile. */
async function compilePolicy(rules: readonly CompiledRule[], opa: Opa): Promise<PolicyStage> {
  if (rules.length === 0) return { diagnostics: [] };
  const { policyModules } = await import("./manifest/policy-modules.js");
  const { modules, entrypoints } = policyModules(rules, aggregateModule(rules));
  const diagnostics = await checkEmittedRego(opa, modules);
  if (diagnostics.length > 0) return { diagnostics };
  const compiled = await compileCached(opa, { modules, entrypoints, regoVersion: "v1" });
  if (!compiled.ok) return { diagnostics: compiled.errors.map(opaProblem) };
  return { compiled: { opaVersion: opaIdentity().opaVersion, wasm: compiled.value, modules }, diagnostics: [] };
}

function replaceOutput({ output }: BuildRequest, artifacts: readonly Artifact[]): BuildOutcome {
  const { written, deleted, diagnostics } = writeOutput(output, artifacts);
  const changed = written.length + deleted.length > 0;
  const result = hasErrors(diagnostics) ? "refused" : changed ? "written" : "up-to-date";
  return { result, diagnostics, written, deleted };
}

function checkOutput({ output }: BuildRequest, artifacts: readonly Artifact[]): BuildOutcome {
  const diagnostics = compareOutput(output, artifacts);
  return outcome(diagnostics.length === 0 ? "up-to-date" : "drifted", diagnostics);
}

function outcome(result: BuildOutcome["result"], diagnostics: readonly Diagnostic[]): BuildOutcome {
  return { result, diagnostics, written: [], deleted: [] };
}

/** `check` is no part of it: a check that found no drift spares the next build its work, and the other way round. */
function stampSubject({ root, rules, assignments, output }: BuildRequest, inputs: readonly string[]): StampSubject {
  const folders = [rules, ...(assignments === undefined ? [] : [assignments])];
  return {
    request: [root, rules, assignments ?? "", output.path],
    folders: folders.map((folder) => join(root, folder)),
    files: [...inputs, join(root, "package.json")],
  };
}

function stampOf(artifacts: readonly Artifact[], diagnostics: readonly Diagnostic[]): Stamp {
  const index = artifacts.at(-1);
  invariant(index?.path === indexPath, "the index is not the last artifact");
  return { indexDigest: digestOf(index.content), diagnostics };
}
