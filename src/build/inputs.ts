import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Assigned, assign } from "../assign/assign.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { checkFixtures } from "../fixtures/check-fixtures.js";
import type { FixtureTest } from "../fixtures/fixture.js";
import { loadFixtures } from "../fixtures/load-fixtures.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import type { Opa } from "../opa/opa.js";
import { findRules } from "../read/find-rules.js";
import { regexComplaints } from "./emitted-rego.js";

/** Folders of a project, relative to its root, which is absolute. */
interface ProjectFolders {
  readonly root: string;
  readonly rules: string;
  readonly assignments?: string;
}

/** The fixtures of one rule, and what is wrong with them. */
export interface RuleFixtures {
  readonly rule: string;
  readonly tests: readonly FixtureTest[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The fixtures of every rule, also of those that do not compile: their mistakes are told at the same time. */
export async function readFixtures(
  { root, rules }: ProjectFolders,
  compiled: readonly CompiledRule[],
): Promise<RuleFixtures[]> {
  const all: RuleFixtures[] = [];
  for (const file of findRules(root, rules)) {
    // A rule is named as its folder; the compiler says so where one is not.
    const rule = file.split(/[\\/]/).at(-2) ?? "";
    const folder = `${rules}/${rule}/cases`;
    const read = await unhurried(loadFixtures(root, rule, folder));
    const tests = read.flatMap(({ test }) => test ?? []);
    const metadata = compiled.find(({ metadata: { name } }) => name === rule)?.metadata;
    const found = metadata === undefined ? [] : checkFixtures(metadata, folder, tests);
    all.push({ rule, tests, diagnostics: [...read.flatMap(({ diagnostics }) => diagnostics), ...found] });
  }
  return all;
}

/** The assignments, unless the rules that they speak of did not compile. */
export async function readAssignments(
  { root, assignments }: ProjectFolders,
  compiled: readonly CompiledRule[],
  opa: Opa,
): Promise<Assigned> {
  if (assignments === undefined || compiled.length === 0) return { assignments: [], diagnostics: [] };
  const names = readdirSync(join(root, assignments)).filter((name) => /^[^.].*\.ya?ml$/.test(name));
  const texts = names.sort().map((name) => {
    const file = `${assignments}/${name}`;
    return { file, text: readFileSync(join(root, file), "utf8") };
  });
  return assign(texts, compiled, (patterns) => regexComplaints(opa, patterns));
}

/** Collects items that take time to make, and lets OPA's answers in between: a call that waits for us is time lost. */
export async function unhurried<T>(items: Iterable<T>): Promise<T[]> {
  const collected: T[] = [];
  let paused = performance.now();
  for (const item of items) {
    collected.push(item);
    if (performance.now() - paused < 15) continue;
    await setImmediate();
    paused = performance.now();
  }
  return collected;
}
