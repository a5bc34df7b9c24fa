import type { Location, Position } from "../diagnostics/diagnostic.js";
import type { Path } from "./json.js";
import type { Resource } from "./resource.js";
import { positionAt, type SourceDocument } from "./source.js";
import { yamlLibrary } from "./yaml-library.js";
import { composeYaml, type YamlDocument, type YamlNode } from "./yaml-tree.js";

/**
 * Where the value under `path` is written; for a path that the text does not have, where its nearest ancestor is. The
 * document is composed anew, which is slow: for findings and diagnostics, not for every object.
 */
export function positionOf(source: SourceDocument, path: Path): Position {
  const composed = path.length === 0 ? undefined : composedOnce(source);
  const node = composed === undefined ? null : nodeAt(composed, composed.contents, path);
  return node?.range === undefined || node.range === null ? startOf(source) : positionAt(source, node.range[0]);
}

/** The text of a scalar as it is written, unresolved: "yes" where YAML 1.1 reads true. */
export function writtenText(source: SourceDocument, path: Path): string | undefined {
  const composed = composedOnce(source);
  const node = composed === undefined ? null : nodeAt(composed, composed.contents, path);
  return yamlLibrary().isScalar(node) && typeof node.source === "string" ? node.source : undefined;
}

/** The place of what is under `path` in a resource, for a diagnostic. */
export function locationOf({ source, path }: Resource, inner: Path = []): Location {
  return { file: source.file, start: positionOf(source, [...path, ...inner]) };
}

/**
 * Maps a place inside a text that the manifest holds (Rego in a template) to the manifest. `inner` counts from 1 within
 * the text. Exact for literal blocks (`|`), where line follows line; else the place where the text begins.
 */
export function positionInText(source: SourceDocument, path: Path, inner: Position): Position {
  const composed = composedOnce(source);
  const node = composed === undefined ? null : nodeAt(composed, composed.contents, path);
  const start = positionOf(source, path);
  const { isScalar } = yamlLibrary();
  if (!isScalar(node) || node.type !== "BLOCK_LITERAL" || node.range === undefined || node.range === null) return start;
  const lines = source.text.slice(node.range[0]).split(/\r?\n/).slice(1);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const indent = first.length - first.trimStart().length;
  return { line: start.line + inner.line, column: indent + inner.column };
}

/** The first line with content. */
function startOf(source: SourceDocument): Position {
  const offset = /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*[ \t]*/.exec(source.text)?.[0].length ?? 0;
  return positionAt(source, offset);
}

const composedDocuments = new WeakMap<SourceDocument, YamlDocument | undefined>();

function composedOnce(source: SourceDocument): YamlDocument | undefined {
  if (!composedDocuments.has(source)) {
    const composed = composeYaml(source);
    composedDocuments.set(source, "document" in composed ? composed.document : undefined);
  }
  return composedDocuments.get(source);
}

function nodeAt(document: YamlDocument, root: YamlNode, path: Path): YamlNode {
  const { isAlias, isMap, isSeq } = yamlLibrary();
  let current: YamlNode = root;
  for (const step of path) {
    const node = isAlias(current) ? (current.resolve(document) ?? null) : current;
    let next: YamlNode | undefined;
    if (isMap(node))
      next = node.items.find((pair) => String(pair.key) === String(step))?.value as YamlNode; // composed: nodes
    else if (isSeq(node)) next = node.items[Number(step)] as YamlNode; // composed: nodes
    if (next === undefined || next === null) return current;
    current = next;
  }
  return current;
}
