import { dirname, join, resolve } from "node:path";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js";
import { type ExpansionTemplate, readExpansionTemplate } from "../gatekeeper/expansion-template.js";
import { isTemplate, readTemplate, type TemplateReading } from "../gatekeeper/template.js";
import { describe, isObject, textAt } from "../resources/json.js";
import { locationOf } from "../resources/position.js";
import { readValue } from "../resources/read-document.js";
import { displayPath, readBytes } from "../resources/read-files.js";
import type { Resource } from "../resources/resource.js";
import { splitDocuments } from "../resources/split-documents.js";
import { decodeText } from "../resources/text.js";
import type { Suite } from "./suite.js";

/** What the suites refer to, each file read once. */
export interface SuiteFiles {
  /** The path of a file that a suite names, as the user would write it. */
  readonly path: (suite: Suite, name: string) => string;
  /**
   * The objects of a file, as gator reads the files of a suite: a List stays what it is, and apiVersion may be absent.
   */
  readonly objects: (file: string) => FileReading;
  readonly template: (file: string) => TemplateReading;
  readonly expansions: (file: string) => ExpansionReading;
}

export interface FileReading {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExpansionReading {
  readonly templates: readonly ExpansionTemplate[];
  readonly diagnostics: readonly Diagnostic[];
}

export function suiteFiles(cwd: string): SuiteFiles {
  /** One name for each file, however it is reached. */
  const normal = (file: string) => displayPath(resolve(cwd, file), cwd);
  const objects = memoized(normal, (file: string) => readObjects(file, cwd));
  return {
    path: (suite, name) => normal(join(dirname(suite.source.file), name)),
    objects,
    template: memoized(normal, (file) => readTemplateFile(file, objects(file))),
    expansions: memoized(normal, (file) => readExpansions(file, objects(file))),
  };
}

function memoized<T>(normal: (file: string) => string, read: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (given) => {
    const file = normal(given);
    const value = known.get(file) ?? read(file);
    known.set(file, value);
    return value;
  };
}

function readObjects(file: string, cwd: string): FileReading {
  const bytes = readBytes(file, cwd);
  if (!(bytes instanceof Uint8Array)) return { resources: [], diagnostics: [bytes] };
  const text = decodeText(file, bytes);
  if (typeof text !== "string") return { resources: [], diagnostics: [text] };
  const { documents, diagnostics } = splitDocuments(file, text);
  const resources: Resource[] = [];
  const problems = [...diagnostics];
  for (const source of documents) {
    const read = readValue(source);
    if (!("value" in read)) {
      problems.push(read);
      continue;
    }
    const place = { file, start: { line: source.line, column: 1 } };
    if (read.value === null) continue;
    if (!isObject(read.value)) problems.push(diagnose("document-shape", { found: describe(read.value) }, place));
    else if (textAt(read.value, "kind") === "")
      problems.push(diagnose("object-without-type", { missing: "kind" }, place));
    else resources.push({ object: read.value, source, path: [] });
  }
  return { resources, diagnostics: problems };
}

/** The first document is the template; gator reads no further. */
function readTemplateFile(file: string, { resources, diagnostics }: FileReading): TemplateReading {
  const [resource] = resources;
  if (hasErrors(diagnostics)) return { template: undefined, diagnostics };
  if (resource === undefined || !isTemplate(resource.object)) {
    return { template: undefined, diagnostics: [wrongKind(file, "ConstraintTemplate", resource)] };
  }
  return readTemplate(resource);
}

export function wrongKind(file: string, expected: string, resource: Resource | undefined): Diagnostic {
  if (resource === undefined) return diagnose("wrong-kind-of-object", { file, expected, found: "it is empty" });
  const { object } = resource;
  const found = `it holds a ${textAt(object, "kind")} of ${textAt(object, "apiVersion") || "no apiVersion"}`;
  return diagnose("wrong-kind-of-object", { file, expected, found }, locationOf(resource));
}

function readExpansions(file: string, { resources, diagnostics }: FileReading): ExpansionReading {
  if (hasErrors(diagnostics)) return { templates: [], diagnostics };
  if (resources.length === 0) return { templates: [], diagnostics: [wrongKind(file, "ExpansionTemplate", undefined)] };
  const templates: ExpansionTemplate[] = [];
  const problems: Diagnostic[] = [];
  for (const resource of resources) {
    const template = readExpansionTemplate(resource.object);
    if ("reason" in template) problems.push(diagnose("expansion-invalid", template, locationOf(resource)));
    else templates.push(template);
  }
  return { templates, diagnostics: problems };
}
