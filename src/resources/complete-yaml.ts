import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, setKey } from "./json.js";
import { keyText } from "./mapping-key.js";
import { resolvePlain } from "./plain-scalar.js";
import { positionAt, type SourceDocument } from "./source.js";
import { yamlLibrary } from "./yaml-library.js";
import { composeYaml, depthDiagnostic, type YamlNode } from "./yaml-tree.js";

/** The value of a document, or why it has none. */
export type ReadDocument = { readonly value: Json } | Diagnostic;

/**
 * Reads any YAML document as sigs.k8s.io/yaml does: YAML 1.1 scalars, merge keys, keys made into strings. Stricter in
 * one thing: a key that is written twice is an error, not a choice.
 */
export function readCompleteYaml(source: SourceDocument): ReadDocument {
  const composed = composeYaml(source);
  if (!("document" in composed)) return composed;
  const walk: Walk = { source, anchors: new Map(), nodes: 0, aliased: 0, depth: 0 };
  try {
    return { value: readYamlNode(walk, composed.document.contents) };
  } catch (error) {
    if (error instanceof Unreadable) return error.diagnostic;
    if (error instanceof RangeError) return depthDiagnostic(source);
    throw error;
  }
}

interface Walk {
  readonly source: SourceDocument;
  /** Values by anchor, with the number of nodes in each; "open" while the anchored node itself is being read. */
  readonly anchors: Map<string, { readonly value: Json; readonly nodes: number } | "open">;
  /** Nodes so far, each alias counted as what it stands for. */
  nodes: number;
  aliased: number;
  depth: number;
}

/** Leaves the recursion with the diagnostic that ends this document. */
class Unreadable extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

function fail(walk: Walk, node: YamlNode, code: "yaml-aliases" | "yaml-depth"): never {
  throw new Unreadable(diagnose(code, {}, locate(walk, node)));
}

function locate({ source }: Walk, node: YamlNode) {
  return { file: source.file, start: positionAt(source, node?.range?.[0] ?? 0) };
}

function syntax(walk: Walk, node: YamlNode, reason: string): never {
  throw new Unreadable(diagnose("yaml-syntax", { reason }, locate(walk, node)));
}

/** Deeper than any manifest, and shallow enough for what works on the value later. */
const deepest = 500;

function readYamlNode(walk: Walk, node: YamlNode): Json {
  const { isAlias } = yamlLibrary();
  if (node === null) return null;
  if (isAlias(node)) return readAlias(walk, node);
  if (++walk.depth > deepest) fail(walk, node, "yaml-depth");
  walk.nodes++;
  const anchor = "anchor" in node ? node.anchor : undefined;
  const before = walk.nodes;
  if (anchor !== undefined) walk.anchors.set(anchor, "open");
  const value = readContent(walk, node);
  if (anchor !== undefined) walk.anchors.set(anchor, { value, nodes: walk.nodes - before + 1 });
  walk.depth--;
  return value;
}

function readContent(walk: Walk, node: NonNullable<YamlNode>): Json {
  const { isMap, isSeq, isScalar } = yamlLibrary();
  if (isMap(node)) return readMap(walk, node.items as readonly Pair[]); // the composer makes nodes of all of them
  if (isSeq(node)) return (node.items as readonly YamlNode[]).map((item) => readYamlNode(walk, item));
  if (isScalar(node)) return readScalar(walk, node);
  return syntax(walk, node, "it holds a node of an unknown kind");
}

interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** An alias shares the value of its anchor; what it would be when written out is counted as Go's reader counts it. */
function readAlias(walk: Walk, node: YamlNode & { source: string }): Json {
  const anchor = walk.anchors.get(node.source);
  if (anchor === undefined) return syntax(walk, node, `no anchor ${node.source} comes before this alias`);
  if (anchor === "open") return syntax(walk, node, `the value of the anchor ${node.source} contains itself`);
  walk.nodes += anchor.nodes;
  walk.aliased += anchor.nodes;
  const isExcessive = walk.aliased > 100 && walk.nodes > 1000 && walk.aliased / walk.nodes > aliasShare(walk.nodes);
  if (isExcessive) fail(walk, node, "yaml-aliases");
  return anchor.value;
}

/** The share of a document that aliases may make up, as go.yaml.in/yaml allows it: it shrinks for large documents. */
function aliasShare(nodes: number): number {
  if (nodes <= 400_000) return 0.99;
  if (nodes >= 4_000_000) return 0.1;
  return 0.99 - 0.89 * ((nodes - 400_000) / 3_600_000);
}

function readMap(walk: Walk, pairs: readonly Pair[]): JsonObject {
  const { isScalar } = yamlLibrary();
  const map: Record<string, Json> = {};
  const written = new Set<string>();
  for (const { key, value } of pairs) {
    if (isScalar(key) && key.type === "PLAIN" && key.source === "<<" && key.tag === undefined) {
      mergeInto(walk, map, value);
      continue;
    }
    const name = readKey(walk, key);
    if (written.has(name)) {
      throw new Unreadable(diagnose("yaml-duplicate-key", { key: JSON.stringify(name) }, locate(walk, key)));
    }
    written.add(name);
    setKey(map, name, readYamlNode(walk, value));
  }
  return map;
}

/** `<<`: of several maps the first has the last word; against keys beside it, whichever stands later in the text. */
function mergeInto(walk: Walk, map: Record<string, Json>, value: YamlNode): void {
  const merged = readYamlNode(walk, value);
  const maps = Array.isArray(merged) ? [...(merged as readonly Json[])].reverse() : [merged as Json]; // isArray forgets readonly
  for (const part of maps) {
    if (typeof part !== "object" || part === null || Array.isArray(part)) {
      syntax(walk, value, "a merge key (<<) takes a mapping or a list of mappings");
    }
    for (const [name, item] of Object.entries(part)) setKey(map, name, item as Json); // entries of a Json object are Json
  }
}

function readKey(walk: Walk, key: YamlNode): string {
  const name = keyText(readYamlNode(walk, key));
  return name ?? syntax(walk, key, "a key must be a string, a number or a boolean");
}

interface ScalarNode {
  readonly value: unknown;
  readonly type?: string | undefined;
  readonly tag?: string | undefined;
}

const core = "tag:yaml.org,2002:";

function readScalar(walk: Walk, node: NonNullable<YamlNode> & ScalarNode): Json {
  const text = scalarText(walk, node);
  const isPlain = node.type === "PLAIN" || node.type === undefined;
  switch (node.tag) {
    case undefined:
      return isPlain ? plain(walk, node, text) : text;
    case `${core}binary`:
      return Buffer.from(text.replace(/\s/g, ""), "base64").toString("utf8");
    case `${core}int`:
    case `${core}float`:
    case `${core}bool`:
    case `${core}null`:
      return tagged(walk, node, text, node.tag.slice(core.length));
    default:
      return text;
  }
}

/** A block that its file cuts off before the line feed has none, though the `yaml` package adds it. */
function scalarText({ source }: Walk, node: NonNullable<YamlNode> & ScalarNode): string {
  const text = typeof node.value === "string" ? node.value : "";
  const isCutOff = node.type?.startsWith("BLOCK_") === true && (node.range?.[1] ?? 0) >= source.text.length;
  return isCutOff && !source.text.endsWith("\n") && text.endsWith("\n") ? text.slice(0, -1) : text;
}

function plain(walk: Walk, node: YamlNode, text: string): Json {
  const value = resolvePlain(text);
  if (typeof value !== "object" || value === null) return value;
  throw new Unreadable(diagnose("yaml-value", { value: value.unrepresentable }, locate(walk, node)));
}

/** `!!int "5"`: the tag decides that the text is resolved, and the text must then be of that kind. */
function tagged(walk: Walk, node: YamlNode, text: string, tag: string): Json {
  const value = plain(walk, node, text);
  const kind =
    value === null ? "null" : typeof value === "boolean" ? "bool" : typeof value === "number" ? "number" : "string";
  const fits = tag === kind || (kind === "number" && (tag === "float" || (tag === "int" && Number.isInteger(value))));
  return fits ? value : syntax(walk, node, `${JSON.stringify(text)} is no ${tag}`);
}
