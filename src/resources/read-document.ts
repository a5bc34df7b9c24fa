import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { readBlockYaml } from "./block-yaml.js";
import { readCompleteYaml } from "./complete-yaml.js";
import { at, describe, isList, isObject, type Json, type JsonObject, textAt } from "./json.js";
import { locationOf, positionOf } from "./position.js";
import type { Resource } from "./resource.js";
import type { SourceDocument } from "./source.js";
import { depthDiagnostic } from "./yaml-tree.js";

/** Objects that could be read, and what is wrong with the others. */
export interface Reading {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadOptions {
  /**
   * A document that claims to be no Kubernetes object at all is passed over with a warning: it was not named by the
   * user.
   */
  readonly tolerant?: boolean;
}

/** The value of one document, whatever it is. */
export function readValue(source: SourceDocument): { readonly value: Json } | Diagnostic {
  return readJson(source) ?? readBlockYaml(source.text) ?? readCompleteYaml(source);
}

/** JSON by the engine's own parser; YAML that only looks like it (`{a: b}`), and broken JSON, by the reader of YAML. */
function readJson(source: SourceDocument): { readonly value: Json } | Diagnostic | undefined {
  if (!/^\s*[{[]/.test(source.text)) return undefined;
  try {
    const value = JSON.parse(source.text) as Json; // what JSON.parse returns is JSON
    if (!isDeeper(value, deepest)) return { value };
    return depthDiagnostic(source);
  } catch {
    return undefined;
  }
}

/** The engine parses any depth, but hardly anything else can work on what it then returns. */
const deepest = 500;

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const item of Array.isArray(value) ? value : Object.values(value)) if (isDeeper(item, levels - 1)) return true;
  return false;
}

/** The objects of one document: itself, or the items of a List. */
export function readDocument(source: SourceDocument, options: ReadOptions = {}): Reading {
  const read = readValue(source);
  if (!("value" in read)) return { resources: [], diagnostics: [read] };
  const { value } = read;
  if (value === null) return { resources: [], diagnostics: [] };
  if (!isObject(value)) {
    const location = { file: source.file, start: positionOf(source, []) };
    const isForeign = options.tolerant === true;
    const problem = isForeign
      ? diagnose("not-a-manifest", {}, location)
      : diagnose("document-shape", { found: describe(value) }, location);
    return { resources: [], diagnostics: [problem] };
  }
  return flatten({ object: value, source, path: [] }, options);
}

/**
 * The items of a List, as kubectl takes them: of a typed list such as PodList, each is a Pod though it may not say so.
 */
function flatten(resource: Resource, options: ReadOptions): Reading {
  const { object, source, path } = resource;
  const items = at(object, "items");
  const kind = textAt(object, "kind");
  if (!kind.endsWith("List") || !(isList(items) || items === null)) return checkType(resource, options);
  const readings = (items ?? []).map((item, index) => {
    const place = [...path, "items", index];
    if (!isObject(item)) {
      const location = { file: source.file, start: positionOf(source, place) };
      return { resources: [], diagnostics: [diagnose("document-shape", { found: describe(item) }, location)] };
    }
    return flatten({ object: withListType(item, object, kind), source, path: place }, { tolerant: false });
  });
  return {
    resources: readings.flatMap((reading) => reading.resources),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
}

function withListType(item: JsonObject, list: JsonObject, listKind: string): JsonObject {
  const kind = listKind.slice(0, -"List".length);
  if (kind === "" || textAt(item, "kind") !== "") return item;
  return { apiVersion: textAt(list, "apiVersion"), kind, ...item };
}

function checkType(resource: Resource, { tolerant = false }: ReadOptions): Reading {
  const { object } = resource;
  const missing = ["apiVersion", "kind"].filter((field) => textAt(object, field) === "");
  if (missing.length === 0) return { resources: [resource], diagnostics: [] };
  const location = locationOf(resource);
  const isForeign = tolerant && missing.length === 2;
  const problem = isForeign
    ? diagnose("not-a-manifest", {}, location)
    : diagnose("object-without-type", { missing: missing.join(" and no ") }, location);
  return { resources: [], diagnostics: [problem] };
}
