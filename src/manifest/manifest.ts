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

/** Everything that the output is made of. */
export interface Bundle {
  readonly gatewrightVersion: string;
  /** Relative to the project's folder. */
  readonly rulesFolder: string;
  /** Sorted by name. */
  readonly rules: readonly CompiledRule[];
  /** By rule; every rule has at least one test. */
  readonly fixtures: ReadonlyMap<string, readonly FixtureTest[]>;
  /** Sorted by name. */
  readonly assignments: readonly ResolvedAssignment[];
  readonly policy: CompiledPolicy;
}

/** Every file of the output, the index last. The same bundle gives the same bytes, on any machine and path. */
export function planOutput(bundle: Bundle): Artifact[] {
  const byName = new Map(bundle.rules.map((rule) => [rule.metadata.name, rule]));
  const files = [
    ...bundle.rules.flatMap((rule) => ruleArtifacts(rule, bundle.fixtures.get(rule.metadata.name) ?? [])),
    ...bundle.assignments.flatMap((assignment) => assignmentArtifacts(assignment, byName)),
    ...policyArtifacts(bundle.rules, bundle.policy),
    assignmentSchemaArtifact(bundle),
  ];
  return [...files, indexArtifact(bundle.gatewrightVersion, bundle.rules, bundle.assignments, files)];
}

function ruleArtifacts(rule: CompiledRule, tests: readonly FixtureTest[]): Artifact[] {
  const folder = ruleFolder(rule.metadata.name);
  return [
    constraintTemplate(rule, `${folder}/template.yaml`),
    ...suiteArtifacts(rule, tests, folder),
    rulePage(rule, tests, `${folder}/README.md`),
  ];
}

/** What editors check and complete assignment files with. */
function assignmentSchemaArtifact({ rules, rulesFolder }: Bundle): Artifact {
  const { $schema, ...schema } = assignmentJsonSchema(rules);
  const content = jsonText({ $schema, $comment: headOf(`the rules in ${rulesFolder}`), ...schema });
  return { path: "assignment.schema.json", content };
}
