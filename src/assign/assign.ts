import { type Diagnostic, diagnose, hasErrors, type Location } from "../diagnostics/diagnostic.js";
import { invariant } from "../ir/invariant.js";
import { assignmentJsonSchema } from "./json-schema.js";
import { allExcluding, duplicateItems } from "./lists.js";
import { inOrder, withoutEchoes } from "./order.js";
import { type MeaningfulText, parameterTexts } from "./parameter-texts.js";
import { configurationDiagnostics, planRules, type RulePlan, resolve } from "./plan.js";
import { readYaml } from "./read-yaml.js";
import type { AssignableRule, AssignmentText, ResolvedAssignment } from "./records.js";
import { regexAdvice } from "./regex-advice.js";
import { type StructureCheck, structureCheck } from "./structure.js";
import { checkMeaning } from "./text-meaning.js";
import { yaml11Warnings } from "./yaml-1-1.js";
import { spotOf, textAt, type YamlNode } from "./yaml-tree.js";

export type {
  AssignableRule,
  AssignmentText,
  NotConfigured,
  ResolvedAssignment,
  ResolvedConstraint,
} from "./records.js";

/**
 * RE2's verdict on patterns, one for each, in their order: its complaint, or undefined where the pattern is legal. Not
 * called without patterns.
 */
export type RegexCheck = (patterns: readonly string[]) => Promise<readonly (string | undefined)[]>;

export interface Assigned {
  /** Sorted by name; only those of files without errors. */
  readonly assignments: ResolvedAssignment[];
  /** Of all files, in their order; within a file in the order of its text. */
  readonly diagnostics: Diagnostic[];
}

/** Reads assignment files for a rule set: what each asks for, and everything that is wrong with any of them. */
export async function assign(
  texts: readonly AssignmentText[],
  rules: readonly AssignableRule[],
  regexIsLegal: RegexCheck,
): Promise<Assigned> {
  const check = structureCheck(assignmentJsonSchema(rules));
  const documents = texts.map((text) => readDocument(text, rules, check));
  const found = [
    ...documents.flatMap(({ diagnostics }) => diagnostics),
    ...takenNames(documents),
    ...(await regexDiagnostics(
      documents.flatMap(({ texts }) => texts),
      regexIsLegal,
    )),
  ];
  const files = texts.map(({ file }) => file);
  return { assignments: resolveAll(documents, found), diagnostics: inOrder(withoutEchoes(found), files) };
}

/** A file, as far as it could be read. */
interface ReadDocument {
  readonly file: string;
  readonly root: YamlNode | undefined;
  readonly plans: readonly RulePlan[];
  readonly texts: readonly MeaningfulText[];
  readonly diagnostics: readonly Diagnostic[];
}

function readDocument(text: AssignmentText, rules: readonly AssignableRule[], check: StructureCheck): ReadDocument {
  const { file } = text;
  const { root, diagnostics } = readYaml(text);
  const unread = { file, root: undefined, plans: [], texts: [] };
  if (root === undefined) return { ...unread, diagnostics };
  const structure = check(root);
  if (isForeign(structure)) return { ...unread, diagnostics: structure };
  const plans = planRules(root, rules);
  const texts = parameterTexts(root, rules);
  const found = [
    ...diagnostics,
    ...structure,
    ...texts.flatMap(({ meaning, text, spot }) => checkMeaning(meaning, text, spot)),
    ...configurationDiagnostics(plans),
    ...fileNameWarning(file, root),
    ...duplicateItems(root),
    ...allExcluding(root, rules),
    ...yaml11Warnings(root),
  ];
  return { file, root, plans, texts, diagnostics: found };
}

/** A document of another kind, or of a later version: nothing else about it is ours to judge. */
function isForeign(structure: readonly Diagnostic[]): boolean {
  return structure.some(({ code }) => code === "assignment-unknown-kind" || code === "assignment-unknown-version");
}

/** Names are compared even between files with errors. */
function takenNames(documents: readonly ReadDocument[]): Diagnostic[] {
  const first = new Map<string, Location>();
  return documents.flatMap(({ root }) => {
    const name = root && nameOf(root);
    if (name === undefined) return [];
    const earlier = first.get(name.text);
    if (earlier === undefined) first.set(name.text, name.at);
    if (earlier === undefined) return [];
    const holes = { name: name.text, file: earlier.file, line: earlier.start.line };
    return [diagnose("assignment-name-taken", holes, name.at)];
  });
}

/** The name decides what is generated; a file of another name is found by nobody. */
function fileNameWarning(file: string, root: YamlNode): Diagnostic[] {
  const name = nameOf(root);
  const base = file.slice(file.lastIndexOf("/") + 1);
  if (name === undefined || base.replace(/\.ya?ml$/, "") === name.text) return [];
  return [diagnose("assignment-file-name", { name: name.text, expected: `${name.text}.yaml` }, name.at)];
}

function nameOf(root: YamlNode): { readonly text: string; readonly at: Location } | undefined {
  const steps = ["metadata", "name"];
  const text = textAt(root, steps);
  const spot = spotOf(root, steps);
  return text === undefined || spot === undefined ? undefined : { text, at: spot.at };
}

const re2Advice =
  "RE2 has no look-around and no back-references; its syntax is at https://github.com/google/re2/wiki/Syntax.";

async function regexDiagnostics(texts: readonly MeaningfulText[], check: RegexCheck): Promise<Diagnostic[]> {
  const regexes = texts.filter(({ meaning, text }) => meaning === "regex" && text !== "");
  const patterns = [...new Set(regexes.map(({ text }) => text))];
  if (patterns.length === 0) return [];
  const complaints = await check(patterns);
  invariant(complaints.length === patterns.length, "a check of regular expressions has a verdict for each");
  return regexes.flatMap(({ text, spot }) => {
    const problem = complaints[patterns.indexOf(text)];
    if (problem === undefined) return regexAdvice(text, spot);
    return [diagnose("assignment-regex", { path: spot.path, problem, advice: re2Advice }, spot.at)];
  });
}

function resolveAll(documents: readonly ReadDocument[], found: readonly Diagnostic[]): ResolvedAssignment[] {
  const sound = documents.filter(({ file }) => !hasErrors(found.filter(({ location }) => location?.file === file)));
  return sound
    .flatMap(({ root, file, plans }) => (root === undefined ? [] : [resolve(root, file, plans)]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
