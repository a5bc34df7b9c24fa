import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

export interface ProjectFixtures {
  readonly byRule: ReadonlyMap<string, readonly FixtureTest[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The fixtures of every rule, also of those that do not compile: their mistakes are told at the same time. */
export function readFixtures({ root, rules }: ProjectFolders, compiled: readonly CompiledRule[]): ProjectFixtures {
  const byRule = new Map<string, readonly FixtureTest[]>();
  const diagnostics: Diagnostic[] = [];
  for (const file of findRules(root, rules)) {
    // A rule is named as its folder; the compiler says so where one is not.
    const rule = file.split(/[\\/]/).at(-2) ?? "";
    const folder = `${rules}/${rule}/cases`;
    const loaded = loadFixtures(root, rule, folder);
    const metadata = compiled.find(({ metadata: { name } }) => name === rule)?.metadata;
    byRule.set(rule, loaded.tests);
    diagnostics.push(...loaded.diagnostics);
    if (metadata !== undefined) diagnostics.push(...checkFixtures(metadata, folder, loaded.tests));
  }
  return { byRule, diagnostics };
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
