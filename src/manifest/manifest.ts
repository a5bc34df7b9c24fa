import { assignmentJsonSchema } from "../assign/json-schema.js";
import type { ResolvedAssignment } from "../assign/records.js";
import type { FixtureTest } from "../fixtures/fixture.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import { type Artifact, headOf, jsonText } from "./artifact.js";
import { assignmentArtifacts } from "./assignment.js";
import { indexArtifact, ruleFolder } from "./bundle-index.js";
import { constraintTemplate } from "./constraint-template.js";
import { type CompiledPolicy, policyArtifacts } from "./policy.js";
import { rulePage } from "./rule-page.js";
import { suiteArtifacts } from "./suite.js";

/** What the output is made of, apart from the policy. */
export interface Bundle {
  /** Relative to the project's folder. */
  readonly rulesFolder: string;
  /** Sorted by name. */
  readonly rules: readonly CompiledRule[];
  /** By rule; every rule has at least one test. */
  readonly fixtures: ReadonlyMap<string, readonly FixtureTest[]>;
  /** Sorted by name. */
  readonly assignments: readonly ResolvedAssignment[];
}

/** The files for people and for clusters, one after the other. The same bundle gives the same bytes, on any machine and path. */
export function* planFiles(bundle: Bundle): Generator<Artifact> {
  const { rules, fixtures, assignments, rulesFolder } = bundle;
  const byName = new Map(rules.map((rule) => [rule.metadata.name, rule]));
  for (const rule of rules) yield* ruleArtifacts(rule, fixtures.get(rule.metadata.name) ?? []);
  for (const assignment of assignments) yield* assignmentArtifacts(assignment, byName);
  yield assignmentSchemaArtifact(rules, rulesFolder);
}

/** The whole output: the files above, what a judge needs, and last the index of it all. */
export function completeOutput(
  { rules, assignments }: Bundle,
  planned: readonly Artifact[],
  policy: CompiledPolicy,
  gatewrightVersion: string,
): Artifact[] {
  const files = [...planned, ...policyArtifacts(rules, policy)];
  return [...files, indexArtifact(gatewrightVersion, rules, assignments, files)];
}

function* ruleArtifacts(rule: CompiledRule, tests: readonly FixtureTest[]): Generator<Artifact> {
  const folder = ruleFolder(rule.metadata.name);
  yield constraintTemplate(rule, `${folder}/template.yaml`);
  yield* suiteArtifacts(rule, tests, folder);
  yield rulePage(rule, tests, `${folder}/README.md`);
}

/** What editors check and complete assignment files with. */
function assignmentSchemaArtifact(rules: readonly CompiledRule[], rulesFolder: string): Artifact {
  const { $schema, ...schema } = assignmentJsonSchema(rules);
  const content = jsonText({ $schema, $comment: headOf(`the rules in ${rulesFolder}`), ...schema });
  return { path: "assignment.schema.json", content };
}
