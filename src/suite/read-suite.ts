import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { at, describe, isList, isObject, type Json, type JsonObject, type Path, pathText } from "../resources/json.js";
import { positionOf, writtenText } from "../resources/position.js";
import type { SourceDocument } from "../resources/source.js";
import type { Assertion, Suite, SuiteCase, SuiteTest } from "./suite.js";

export interface SuiteReading {
  readonly suite: Suite;
  /** With an error among them, the suite is not to be run. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a suite as gator does, and says of fields that gator passes over that nobody reads them. A mistake counts
 * against the case or test that it is in, so that the others run.
 */
export function readSuite(source: SourceDocument, object: JsonObject): SuiteReading {
  const reader: Reader = { source, diagnostics: [] };
  warnOfUnknown(reader, object, [], "A suite", ["apiVersion", "kind", "metadata", "tests", "skip"]);
  const tests = listAt(reader, object, ["tests"]);
  const suite: Suite = {
    source,
    skip: flagAt(reader, object, ["skip"]),
    tests: tests.map((test, index) => readTest(reader, test, ["tests", index])),
  };
  return { suite, diagnostics: reader.diagnostics };
}

interface Reader {
  readonly source: SourceDocument;
  readonly diagnostics: Diagnostic[];
}

function readTest({ source }: Reader, test: Json, path: Path): SuiteTest {
  const reader: Reader = { source, diagnostics: [] };
  const known = ["name", "template", "constraint", "expansion", "cases", "invalid", "skip"];
  warnOfUnknown(reader, test, path, "A test", known);
  return {
    name: textOf(reader, test, path, "name"),
    template: textOf(reader, test, path, "template"),
    constraint: textOf(reader, test, path, "constraint"),
    expansion: textOf(reader, test, path, "expansion"),
    invalid: flagAt(reader, test, ["invalid"], path),
    skip: flagAt(reader, test, ["skip"], path),
    cases: listAt(reader, test, ["cases"], path).map((item, index) =>
      readCase(reader, item, [...path, "cases", index]),
    ),
    path,
    problems: reader.diagnostics,
  };
}

function readCase({ source }: Reader, item: Json, path: Path): SuiteCase {
  const reader: Reader = { source, diagnostics: [] };
  warnOfUnknown(reader, item, path, "A case", ["name", "object", "inventory", "assertions", "skip"]);
  const inventory = listAt(reader, item, ["inventory"], path);
  return {
    name: textOf(reader, item, path, "name"),
    object: textOf(reader, item, path, "object"),
    inventory: inventory.map((_, index) => textOf(reader, inventory, [...path, "inventory"], index)),
    assertions: listAt(reader, item, ["assertions"], path).map((assertion, index) =>
      readAssertion(reader, assertion, [...path, "assertions", index]),
    ),
    skip: flagAt(reader, item, ["skip"], path),
    path,
    problems: reader.diagnostics,
  };
}

function readAssertion(reader: Reader, assertion: Json, path: Path): Assertion {
  warnOfUnknown(reader, assertion, path, "An assertion", ["violations", "message"]);
  const message = at(assertion, "message") ?? null;
  return {
    violations: readCount(reader, assertion, path),
    message: message === null ? undefined : textOf(reader, assertion, path, "message"),
    path,
  };
}

/**
 * "yes", "no" or a count; "yes" when absent. YAML 1.1 reads an unquoted yes as true, which is taken for what it says.
 */
function readCount(reader: Reader, assertion: Json, path: Path): Assertion["violations"] {
  const value = at(assertion, "violations") ?? "yes";
  if (value === "yes" || value === true) return "yes";
  if (value === "no" || value === false) return "no";
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  mistake(reader, [...path, "violations"], "yes, no or a count", value);
  return "yes";
}

/**
 * The text under a key; a word that YAML 1.1 takes for a boolean or null (`name: on`) is the word, as it is for gator.
 */
function textOf(reader: Reader, parent: Json, path: Path, key: string | number): string {
  const value = at(parent, key);
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  const place = [...path, key];
  const written = typeof value === "boolean" ? writtenText(reader.source, place) : undefined;
  if (written !== undefined && !/^(?:true|false)$/i.test(written)) return written;
  mistake(reader, place, "a text", value);
  return "";
}

function flagAt(reader: Reader, parent: Json, key: Path, path: Path = []): boolean {
  const value = at(parent, ...key) ?? false;
  if (typeof value !== "boolean") mistake(reader, [...path, ...key], "true or false", value);
  return value === true;
}

function listAt(reader: Reader, parent: Json, key: Path, path: Path = []): readonly Json[] {
  const value = at(parent, ...key) ?? [];
  if (isList(value)) return value;
  mistake(reader, [...path, ...key], "a list", value);
  return [];
}

function mistake({ source, diagnostics }: Reader, path: Path, expected: string, found: Json): void {
  const location = { file: source.file, start: positionOf(source, path) };
  diagnostics.push(diagnose("suite-value", { field: pathText(path), expected, found: describe(found) }, location));
}

function warnOfUnknown(reader: Reader, value: Json, path: Path, place: string, known: readonly string[]): void {
  const { source, diagnostics } = reader;
  if (!isObject(value)) {
    mistake(reader, path, "a mapping", value);
    return;
  }
  for (const field of Object.keys(value)) {
    if (known.includes(field)) continue;
    const location = { file: source.file, start: positionOf(source, [...path, field]) };
    diagnostics.push(diagnose("suite-unknown-field", { place, field, known: known.join(", ") }, location));
  }
}
