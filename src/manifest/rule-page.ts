import type { FixtureCase, FixtureTest } from "../fixtures/fixture.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import { type Artifact, headOf } from "./artifact.js";
import { cell, code, codeBlock, prose } from "./markdown.js";
import { parameterRows } from "./parameter-table.js";
import { typeText } from "./policy.js";
import { renderTemplate, type TemplateValues } from "./template-file.js";
import { yamlText } from "./yaml-text.js";

/** The page of a rule. All of it comes from the rule and its fixtures; nothing is typed twice. */
export function rulePage(rule: CompiledRule, tests: readonly FixtureTest[], path: string): Artifact {
  const { metadata, parameters, rego, source } = rule;
  const required = parameters.root.required;
  const content = renderTemplate("rule-page.md", {
    head: headOf(source.file),
    title: prose(metadata.title.en),
    description: prose(metadata.description.en),
    name: cell(code(metadata.name)),
    control: cell(prose(metadata.securityControl.en)),
    severity: metadata.severity,
    on: cell(metadata.on.map((type) => code(typeText(type))).join(", ")),
    kind: cell(code(metadata.kind)),
    remediation: prose(metadata.remediation.en),
    link: metadata.link,
    parameters: parameterRows(parameters).map((row) => ({ ...row })),
    required: required.length === 0 ? undefined : required.map(code).join(", "),
    ...exampleValues(tests),
    ja: japanese(rule),
    file: code(source.file),
    // The same page from a checkout with the line ends of Windows.
    typescript: codeBlock("ts", source.text.replaceAll("\r\n", "\n")),
    rego: codeBlock("rego", rego.module),
    libraries: rego.libraries.map(({ name, text }) => ({ name: code(`lib.${name}`), text: codeBlock("rego", text) })),
  });
  return { path, content };
}

function japanese({ metadata }: CompiledRule): TemplateValues {
  return {
    title: prose(metadata.title.ja),
    description: prose(metadata.description.ja),
    control: prose(metadata.securityControl.ja),
    remediation: prose(metadata.remediation.ja),
  };
}

/** The first failing case, and a passing one: of the same file where there is one, so that the two compare. */
function exampleValues(tests: readonly FixtureTest[]): TemplateValues {
  const failing = first(tests, ({ violations }) => violations.length > 0);
  const sameFileFirst = failing === undefined ? tests : [failing.test, ...tests];
  const passing = first(sameFileFirst, ({ violations }) => violations.length === 0);
  return { failing: exampleOf(failing), passing: exampleOf(passing) };
}

interface Example {
  readonly test: FixtureTest;
  readonly each: FixtureCase;
}

function first(tests: readonly FixtureTest[], wanted: (each: FixtureCase) => boolean): Example | undefined {
  const all = tests.flatMap((test) => test.cases.map((each) => ({ test, each })));
  return all.find(({ each }) => wanted(each));
}

function exampleOf(example: Example | undefined): TemplateValues | undefined {
  if (example === undefined) return undefined;
  const { test, each } = example;
  const hasParameters = Object.keys(test.parameters).length > 0;
  return {
    parameters: hasParameters ? codeBlock("yaml", yamlText({ parameters: test.parameters })) : undefined,
    object: codeBlock("yaml", yamlText(each.object)),
    messages: each.violations.map((message) => ({ message: code(message) })),
  };
}
