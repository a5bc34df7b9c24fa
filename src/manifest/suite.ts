import type { FixtureCase, FixtureTest } from "../fixtures/fixture.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import type { Json } from "../ir/parameter-schema.js";
import { type Artifact, headOf } from "./artifact.js";
import { matchKinds } from "./match-kinds.js";
import { type Manifest, yamlText } from "./yaml-text.js";

/**
 * A rule's fixtures in the format of `gator verify`, below `folder`:
 *
 *     suite.yaml                      a test for each fixture file
 *     samples/<test>/constraint.yaml  its parameters
 *     samples/<test>/<case>.yaml      an object
 */
export function* suiteArtifacts(
  rule: CompiledRule,
  tests: readonly FixtureTest[],
  folder: string,
): Generator<Artifact> {
  const { name } = rule.metadata;
  const casesFolder = rule.source.file.replace(/[^/]*$/, "cases");
  const suite = {
    apiVersion: "test.gatekeeper.sh/v1alpha1",
    kind: "Suite",
    metadata: { name },
    tests: tests.map(suiteTest),
  };
  yield { path: `${folder}/suite.yaml`, content: yamlText(suite, { head: headOf(`the files in ${casesFolder}`) }) };
  for (const test of tests) yield* sampleArtifacts(rule, test, folder);
}

function suiteTest(test: FixtureTest): Json {
  return {
    name: test.name,
    template: "template.yaml",
    constraint: constraintPath(test),
    cases: test.cases.map((each) => ({
      name: each.name,
      object: casePath(test, each),
      assertions: assertions(each.violations),
    })),
  };
}

/** How many violations there are, and how many of each message: together they say that there is no other. */
function assertions(messages: readonly string[]): Json {
  const distinct = [...new Set(messages)];
  return [
    { violations: messages.length },
    ...distinct.map((message) => ({
      violations: messages.filter((other) => other === message).length,
      message: `^${escapeRegex(message)}$`,
    })),
  ];
}

/** gator reads `message` as a regular expression of Go's; these are the characters that mean something in it. */
function escapeRegex(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}

function* sampleArtifacts(rule: CompiledRule, test: FixtureTest, folder: string): Generator<Artifact> {
  const options = { head: headOf(test.file) };
  yield { path: `${folder}/${constraintPath(test)}`, content: yamlText(sampleConstraint(rule, test), options) };
  for (const each of test.cases) {
    yield { path: `${folder}/${casePath(test, each)}`, content: yamlText(each.object, options) };
  }
}

/** Deny is what a constraint does when it says nothing; spelt out, because samples are copied. */
function sampleConstraint({ metadata }: CompiledRule, test: FixtureTest): Manifest {
  return {
    apiVersion: "constraints.gatekeeper.sh/v1beta1",
    kind: metadata.kind,
    metadata: {
      name: test.name,
      annotations: {
        ...(test.description === undefined ? {} : { description: test.description }),
        "gatewright.dev/rule": metadata.name,
      },
    },
    spec: {
      enforcementAction: "deny",
      match: { kinds: matchKinds(metadata.on) },
      parameters: test.parameters,
    },
  };
}

function constraintPath({ name }: FixtureTest): string {
  return `samples/${name}/constraint.yaml`;
}

function casePath({ name }: FixtureTest, each: FixtureCase): string {
  return `samples/${name}/${each.name}.yaml`;
}
