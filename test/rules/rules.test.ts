import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Rule } from "../../src/authoring/define-rule.js";
import { compileRules } from "../../src/compile.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { checkFixtures } from "../../src/fixtures/check-fixtures.js";
import { type FixtureTest, isJsonObject, type JsonObject } from "../../src/fixtures/fixture.js";
import { loadFixtures } from "../../src/fixtures/load-fixtures.js";
import type { CompiledRule } from "../../src/ir/compiled-rule.js";
import { startOpa } from "../../src/opa/opa.js";
import { packageRoot } from "../../src/package-root.js";
import { asSet, type Finding } from "./finding.js";
import { compileToWasm, type FindingsInRego } from "./in-rego.js";
import { findingsInTypeScript } from "./in-typescript.js";
import { type PathFault, pathsOf } from "./kubernetes-paths.js";

// The rules import the package by its name; the source of today is meant, not what was built last.
vi.mock("gatewright", () => import("../../src/authoring/gatewright.js"));

/**
 * Cases in which the object lacks what its type demands. The Rego reads "" or 0 there, as the language has it, and Node
 * reads undefined, which is printed as such or thrown at.
 */
const knownDisagreements: readonly string[] = [
  "allowed-host-paths/defaults/volume-without-a-name",
  "allowed-host-paths/folders/host-path-without-a-path",
  "service-allowed-ports/allowed-ports/port-without-a-number",
];

const root = packageRoot();
const compilation = compileRules({ root, rules: "src/rules" });
const suites = await Promise.all(compilation.rules.map(suiteOf));

const opa = startOpa({ eager: true });
const policies = new Map<CompiledRule, FindingsInRego>();
beforeAll(async () => {
  for (const rule of compilation.rules) policies.set(rule, await compileToWasm(opa, rule));
});
afterAll(() => opa.close());

test("the rules compile", () => {
  expect(compilation.diagnostics).toEqual([]);
});

describe.each(suites)("$compiled.metadata.name", ({ compiled, rule, fixtures, pathFault, casesFolder }) => {
  const inTypeScript = (object: JsonObject, parameters: JsonObject): Finding[] =>
    findingsInTypeScript(rule, compiled.parameters, object, parameters);
  const inRego = (object: JsonObject, parameters: JsonObject | null): Finding[] => {
    const policy = policies.get(compiled);
    if (policy === undefined) throw new Error("the policy was not compiled");
    return policy(object, parameters);
  };

  test("has fixtures on both sides, for what it looks at", () => {
    expect(fixtures.diagnostics).toEqual([]);
    expect(checkFixtures(compiled.metadata, casesFolder, fixtures.tests)).toEqual([]);
  });

  // Disagreements that are known stay visible, and whoever mends one is told to take it off the list.
  describe.each(fixtures.tests.flatMap(casesOf))("$name", ({ name, object, parameters, violations }) => {
    const agreement = knownDisagreements.includes(`${compiled.metadata.name}/${name}`) ? test.fails : test;

    agreement("TypeScript finds what the fixture says", () => {
      expect(messages(inTypeScript(object, parameters))).toEqual([...violations].sort());
    });

    test("Rego finds what the fixture says", () => {
      expect(messages(inRego(object, parameters))).toEqual([...violations].sort());
    });

    agreement("both show the same details", () => {
      expect(asSet(inRego(object, parameters))).toEqual(asSet(inTypeScript(object, parameters)));
    });

    test("the fields that it names are there or could be", () => {
      const fields = inRego(object, parameters).map(({ details }) => details.field ?? []);
      expect(fields.flat().flatMap((field) => pathFault(String(field), object) ?? [])).toEqual([]);
    });
  });

  test("parameters that are null are absent", () => {
    // No constraint can hold them, since the API server drops or refuses them; whoever calls the policy otherwise can.
    const nulls = Object.fromEntries(Object.keys(compiled.parameters.root.properties).map((name) => [name, null]));
    for (const { object } of fixtures.tests.flatMap(casesOf)) {
      const absent = asSet(inRego(object, {}));
      expect(asSet(inRego(object, nulls))).toEqual(absent);
      expect(asSet(inRego(object, null))).toEqual(absent);
    }
  });
});

interface RuleSuite {
  readonly compiled: CompiledRule;
  readonly rule: Rule;
  readonly casesFolder: string;
  readonly fixtures: Fixtures;
  readonly pathFault: PathFault;
}

interface Fixtures {
  readonly tests: readonly FixtureTest[];
  readonly diagnostics: readonly Diagnostic[];
}

async function suiteOf(compiled: CompiledRule): Promise<RuleSuite> {
  const { name, on } = compiled.metadata;
  const casesFolder = compiled.source.file.replace(/[^/]*$/, "cases");
  // The compiler accepts no other modules than those whose default export `defineRule` returned.
  const module = (await import(pathToFileURL(`${root}/${compiled.source.file}`).href)) as { readonly default: Rule };
  return {
    compiled,
    rule: module.default,
    casesFolder,
    fixtures: fixturesOf(name, casesFolder),
    pathFault: pathsOf(on),
  };
}

function fixturesOf(rule: string, casesFolder: string): Fixtures {
  const files = [...loadFixtures(root, rule, casesFolder)];
  return {
    tests: files.flatMap(({ test: one }) => (one === undefined ? [] : [one])),
    diagnostics: files.flatMap((file) => file.diagnostics),
  };
}

interface Case {
  /** "<test>/<case>" */
  readonly name: string;
  readonly object: JsonObject;
  readonly parameters: JsonObject;
  readonly violations: readonly string[];
}

function casesOf({ name, parameters, cases }: FixtureTest): Case[] {
  return cases.map((each) => ({
    name: `${name}/${each.name}`,
    object: reviewed(each.object),
    parameters,
    violations: each.violations,
  }));
}

/** What Gatekeeper reviews of an AdmissionReview is the object in its request. */
function reviewed(object: JsonObject): JsonObject {
  if (object.kind !== "AdmissionReview") return object;
  const request = isJsonObject(object.request) ? object.request : {};
  return isJsonObject(request.object) ? request.object : {};
}

/** Each message as often as there are different violations that bear it. */
function messages(findings: readonly Finding[]): string[] {
  return asSet(findings)
    .map((text) => JSON.parse(text) as Finding)
    .map(({ msg }) => msg)
    .sort();
}
