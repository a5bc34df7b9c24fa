import type { ResolvedAssignment } from "../assign/records.js";
import type { CompiledRule } from "../ir/compiled-rule.js";
import { type Artifact, digestOf, indexFormatVersion, indexPath, jsonText } from "./artifact.js";
import { typeText } from "./policy.js";

/** What a bundle holds, for tools and for the next build: every other file with its digest, sorted by path. */
export function indexArtifact(
  gatewrightVersion: string,
  rules: readonly CompiledRule[],
  assignments: readonly ResolvedAssignment[],
  files: readonly Artifact[],
): Artifact {
  const index = {
    generatedBy: "gatewright build",
    formatVersion: indexFormatVersion,
    gatewright: { version: gatewrightVersion },
    rules: rules.map(describeRule),
    assignments: assignments.map(describeAssignment),
    files: files
      .map(({ path, content }) => ({ path, digest: digestOf(content) }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
  return { path: indexPath, content: jsonText(index) };
}

function describeRule({ metadata, parameters, source }: CompiledRule) {
  const { name, kind, title, description, securityControl, severity, remediation, link, on } = metadata;
  const folder = ruleFolder(name);
  return {
    name,
    kind,
    title,
    description,
    securityControl,
    severity,
    remediation,
    ...(link === undefined ? {} : { link }),
    on: on.map(typeText),
    requiredParameters: parameters.root.required,
    source: { file: source.file, digest: source.digest },
    template: `${folder}/template.yaml`,
    suite: `${folder}/suite.yaml`,
    page: `${folder}/README.md`,
  };
}

function describeAssignment({ name, file, description, constraints, disabled, notConfigured }: ResolvedAssignment) {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    source: { file },
    folder: `assignments/${name}`,
    rules: constraints.map(({ rule }) => rule),
    disabled,
    notConfigured,
  };
}

/** Where a rule's files lie in the output. */
export function ruleFolder(rule: string): string {
  return `rules/${rule}`;
}
