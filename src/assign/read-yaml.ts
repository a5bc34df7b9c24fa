import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from "yaml";
import { type Diagnostic, diagnose, type Location } from "../diagnostics/diagnostic.js";
import type { AssignmentText } from "./records.js";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "./yaml-tree.js";

export interface ReadYaml {
  /** Undefined when the text is broken or empty, which is among the diagnostics. */
  readonly root?: YamlNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many nodes aliases may add to a file: nested ones multiply, and nobody means more than this. */
const copiesAllowed = 10_000;

interface Reading {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly found: Diagnostic[];
  /** What aliases are being read: one of them inside itself would never end. */
  readonly open: Set<unknown>;
  copies: number;
  tooLarge: boolean;
}

/**
 * Reads one document of YAML 1.2 (core schema), which is JSON with places: a key is text and stands once, a number is one that
 * JSON keeps, tags are refused. Anchors and aliases are followed.
 */
export function readYaml({ file, text }: AssignmentText): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false, // found here instead, where 1 and "1" are one key
    prettyErrors: false,
    lineCounter: lines,
  });
  const reading: Reading = { file, document, lines, found: [], open: new Set(), copies: 0, tooLarge: false };
  checkDocument(reading);
  if (reading.found.length > 0) return { diagnostics: reading.found };
  if (document.contents === null) {
    return { diagnostics: [diagnose("assignment-not-a-mapping", { found: "is empty" }, locate([0, 0], reading))] };
  }
  const root = readNode(document.contents, reading, 0);
  return { ...(reading.tooLarge ? {} : { root }), diagnostics: reading.found };
}

/** The parser's first complaint: those after it are mostly its echo. */
function checkDocument(reading: Reading): void {
  const { document, found } = reading;
  const error = document.errors[0];
  if (error !== undefined) {
    const at = locate(error.pos, reading);
    const several = error.code === "MULTIPLE_DOCS";
    found.push(
      several
        ? diagnose("assignment-several-documents", {}, at)
        : diagnose("assignment-yaml", { problem: lowerFirst(error.message) }, at),
    );
    return;
  }
  const { explicit, version } = document.directives.yaml;
  if (explicit === true && version !== "1.2") {
    found.push(diagnose("assignment-yaml-version", { version }, locate([0, 0], reading)));
  }
}

function readNode(node: Node | null, reading: Reading, fallback: number): YamlNode {
  if (isAlias(node)) return readAlias(node, reading);
  if (reading.open.size > 0) reading.copies += 1;
  if (reading.copies > copiesAllowed) return nothing(locate([fallback, fallback], reading));
  const at = locate(node?.range ?? [fallback, fallback], reading);
  checkTag(node, at, reading);
  if (isMap(node)) return readMap(node.items, at, reading);
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(asNode(item), reading, startOf(node)));
    return { kind: "list", items, at };
  }
  return isScalar(node) ? readScalar(node, at, reading) : nothing(at);
}

function readMap(pairs: readonly Pair[], at: Location, reading: Reading): YamlMap {
  const entries: YamlEntry[] = [];
  for (const pair of pairs) {
    const key = readKey(pair, reading);
    if (key === undefined) continue;
    const value = readNode(asNode(pair.value), reading, startOf(asNode(pair.key)));
    const first = entries.find((entry) => entry.key.value === key.value);
    if (first === undefined) entries.push({ key, value });
    else {
      const holes = { key: key.value, line: first.key.at.start.line };
      reading.found.push(diagnose("assignment-duplicate-key", holes, key.at));
    }
  }
  return { kind: "map", entries, at };
}

function readKey(pair: Pair, reading: Reading): YamlEntry["key"] | undefined {
  const node = asNode(pair.key);
  const at = locate(node?.range ?? [0, 0], reading);
  if (isScalar(node) && typeof node.value === "string") return { ...scalarParts(node), value: node.value, at };
  const key = isScalar(node) && node.source ? node.source : "this one";
  reading.found.push(diagnose("assignment-key-not-text", { key }, at));
  return undefined;
}

function readScalar(node: Scalar, at: Location, reading: Reading): YamlScalar {
  const { value } = node;
  const parts = scalarParts(node);
  if (typeof value === "number" && !survivesAsJson(value)) {
    reading.found.push(diagnose("assignment-number", { text: parts.source }, at));
  }
  const isJson = value === null || ["boolean", "number", "string"].includes(typeof value);
  return { ...parts, value: isJson ? (value as YamlScalar["value"]) : null, at }; // the line above is the proof
}

function scalarParts(node: Scalar): Pick<YamlScalar, "kind" | "source" | "plain"> {
  return { kind: "scalar", source: node.source ?? "", plain: node.type === "PLAIN" || node.type === undefined };
}

function survivesAsJson(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

/** Quotes say what is text, and the rest is plain JSON: there is nothing left for a tag to say. */
function checkTag(node: Node | null, at: Location, reading: Reading): void {
  if (node?.tag === undefined) return;
  const tag = node.tag.replace("tag:yaml.org,2002:", "!!");
  reading.found.push(diagnose("assignment-yaml-tag", { tag }, at));
}

function readAlias(node: Alias, reading: Reading): YamlNode {
  const { document, open, found } = reading;
  const at = locate(node.range ?? [0, 0], reading);
  const target = node.resolve(document);
  const fail = (problem: string, advice: string): YamlScalar => {
    found.push(diagnose("assignment-yaml-alias", { alias: node.source, problem, advice }, at));
    return nothing(at);
  };
  if (target === undefined) return fail("has no anchor before it", `Write &${node.source} before what it stands for.`);
  if (open.has(target)) return fail("stands for something that holds it", "Write the value out.");
  open.add(target);
  const read = readNode(target, reading, 0);
  open.delete(target);
  if (reading.copies <= copiesAllowed || reading.tooLarge) return read;
  reading.tooLarge = true;
  return fail("makes the file far too large", "Write the value out.");
}

function nothing(at: Location): YamlScalar {
  return { kind: "scalar", value: null, source: "", plain: false, at };
}

/** The parser types the parts of collections as unknown; what it parsed are nodes, or null where nothing was written. */
function asNode(part: unknown): Node | null {
  return (part ?? null) as Node | null;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function locate([from, to]: readonly [number, number, ...number[]], { file, lines }: Reading): Location {
  return { file, start: position(from, lines), end: position(to, lines) };
}

function position(offset: number, lines: LineCounter): Location["start"] {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
