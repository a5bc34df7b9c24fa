import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { ConstraintTemplate } from "../gatekeeper/template.js";
import { readBundleFolder } from "../judge/bundle-folder.js";
import type { Opa } from "../opa/opa.js";
import { displayPath } from "../resources/read-files.js";
import { askAll } from "./ask.js";
import { type AskedCase, concludeCase, concludeTest, gatherCase } from "./conclude.js";
import { type SuiteFiles, suiteFiles } from "./files.js";
import { readFilter } from "./filter.js";
import { type FoundSuites, findSuites } from "./find-suites.js";
import { messageMatchers } from "./message-patterns.js";
import { type CasePlan, planCase } from "./plan-case.js";
import { policyMatches } from "./policy-matches.js";
import { type PreparedTest, prepareTest } from "./prepare.js";
import { compilePrograms, type Program, type Programs } from "./programs.js";
import type { CaseResult, SuiteResult, VerifyResult } from "./result.js";
import type { SuiteCase } from "./suite.js";
import { groupTemplates } from "./unit.js";

export interface VerifyRequest {
  readonly cwd: string;
  /**
   * Files and folders with suites. A folder that holds a policy.json is a bundle, and is compared with its templates.
   */
  readonly paths: readonly string[];
  /** gator's `--run`; "" for everything. */
  readonly run: string;
  /** Ask OPA's own evaluation as well, and compare. */
  readonly reference: boolean;
}

/** Runs the suites in files and folders: what `gator verify` does, from what is on disk, with the embedded OPA. */
export async function verify(opa: Opa, request: VerifyRequest): Promise<VerifyResult> {
  const start = performance.now();
  const filter = readFilter(request.run);
  const found: FoundSuites =
    "code" in filter ? { suites: [], diagnostics: [filter] } : findSuites(request.paths, request.cwd);
  if ("code" in filter || found.suites.length === 0) {
    const failures = found.diagnostics.length > 0 ? [] : [diagnose("no-suite-found", { paths: pathsOf(request) })];
    return { suites: [], problems: found.diagnostics, failures, durationMs: performance.now() - start };
  }
  const files = suiteFiles(request.cwd);
  const tests = found.suites.flatMap((suite) => suite.tests.map((test) => prepareTest(suite, test, filter, files)));
  const compiled = await compileAll(opa, request, tests, files);
  const results = await runTests(opa, tests, compiled, files, request.reference);
  const suites = found.suites.map((suite): SuiteResult => {
    const own = tests.filter((test) => test.suite === suite).map((test) => results.get(test));
    return { file: suite.source.file, skipped: suite.skip, tests: own.filter((result) => result !== undefined) };
  });
  const failures = [...compiled.stale, ...unselected(request, tests)];
  return { suites, problems: found.diagnostics, failures, durationMs: performance.now() - start };
}

function pathsOf({ paths }: VerifyRequest): string {
  return paths.join(", ");
}

/** A pattern that selects nothing is a typing mistake that would look like success. */
function unselected(request: VerifyRequest, tests: readonly PreparedTest[]): readonly Diagnostic[] {
  const isEmpty = request.run !== "" && tests.every((test) => test.skipped || test.selected.size === 0);
  return isEmpty
    ? [diagnose("nothing-selected", { paths: pathsOf(request), pattern: JSON.stringify(request.run) })]
    : [];
}

interface Compiled extends Programs {
  readonly stale: readonly Diagnostic[];
}

/** The bundles' templates as their bundles, and the other templates that the tests use in units of their own. */
async function compileAll(
  opa: Opa,
  { cwd, paths }: VerifyRequest,
  tests: readonly PreparedTest[],
  files: SuiteFiles,
): Promise<Compiled> {
  const programs = new Map<ConstraintTemplate, Program>();
  const stale: Diagnostic[] = [];
  for (const folder of bundleFolders(paths, cwd)) {
    const bundle = readBundleFolder(folder, cwd);
    if ("code" in bundle) {
      stale.push(bundle);
      continue;
    }
    const match = await policyMatches(opa, bundle, files);
    stale.push(...match.failures);
    for (const [template, program] of match.programs) programs.set(template, program);
  }
  const used = new Set(tests.map(({ template }) => template).filter((template) => template !== undefined));
  const rest = [...used].filter((template) => !programs.has(template));
  const others = await compilePrograms(opa, groupTemplates(rest));
  return { programs: new Map([...programs, ...others.programs]), failures: others.failures, stale };
}

function bundleFolders(paths: readonly string[], cwd: string): readonly string[] {
  const folders = paths.map((path) => displayPath(resolve(cwd, path.replace(/\/\.\.\.$/, "")), cwd));
  return [...new Set(folders)].filter((folder) => existsSync(resolve(cwd, folder, "policy.json")));
}

type Results = ReadonlyMap<PreparedTest, ReturnType<typeof concludeTest>>;

async function runTests(
  opa: Opa,
  tests: readonly PreparedTest[],
  { programs, failures }: Programs,
  files: SuiteFiles,
  reference: boolean,
): Promise<Results> {
  const plans = tests.flatMap((test) => planTest(test, programs, files));
  const questions = plans.flatMap((plan) => plan.questions.map(({ question }) => question));
  const answers = await askAll(opa, questions, reference);
  const asked = plans.map((plan) => gatherCase(plan, answers));
  const matchers = await messageMatchers(opa, patternsOf(plans), messagesOf(asked));
  const cases = new Map(asked.map((each) => [each.plan.item, concludeCase(each, matchers)]));
  return new Map(
    tests.map((test) => {
      const refused = test.template === undefined ? [] : (failures.get(test.template) ?? []);
      return [test, concludeTest(test, refused, casesOf(test, cases))];
    }),
  );
}

/** Plans for the selected cases of a test that can run. */
function planTest(
  test: PreparedTest,
  programs: ReadonlyMap<ConstraintTemplate, Program>,
  files: SuiteFiles,
): readonly CasePlan[] {
  const { template, constraint, selected } = test;
  const program = template === undefined ? undefined : programs.get(template);
  if (program === undefined || constraint === undefined || test.test.invalid) return [];
  return [...selected].map((item) => planCase(test, item, constraint, program, files));
}

function casesOf({ test }: PreparedTest, cases: ReadonlyMap<SuiteCase, CaseResult>): readonly CaseResult[] {
  return test.cases.map((item): CaseResult => {
    const skipped = { name: item.name, status: "skipped", diagnostics: [], violations: [], unmet: [] } as const;
    return cases.get(item) ?? skipped;
  });
}

function patternsOf(plans: readonly CasePlan[]): readonly string[] {
  const patterns = plans.flatMap(({ item }) => item.assertions.map(({ message }) => message));
  return patterns.filter((pattern) => pattern !== undefined);
}

function messagesOf(asked: readonly AskedCase[]): readonly string[] {
  return asked.flatMap(({ violations }) => violations.map(({ message }) => message));
}
