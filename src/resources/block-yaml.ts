import { readFlow, readQuoted, stripComment } from "./flow-yaml.js";
import type { Json } from "./json.js";
import { resolvePlain } from "./plain-scalar.js";

/**
 * Reads a document made of what nearly all manifests are made of: block mappings and sequences, scalars on one line,
 * literal blocks, flow collections on one line. Anything else (anchors, tags, folded text, an error, a key that is not
 * plainly a string) gives undefined, and the complete reader decides. So this one may be small and fast, but it must
 * never give a value that the complete reader would not.
 */
export function readBlockYaml(text: string): { readonly value: Json } | undefined {
  const unixText = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
  if (unusualCharacter.test(unixText)) return undefined;
  const lines = unixText.split("\n");
  const cursor: Cursor = { lines, at: 0, depth: 0 };
  try {
    const indent = nextIndent(cursor);
    if (indent === -1) return { value: null };
    const value = readNode(cursor, indent);
    return nextIndent(cursor) === -1 ? { value } : undefined;
  } catch (error) {
    if (error === unusual) return undefined;
    throw error;
  }
}

/** Controls, and what YAML 1.1 takes for a line break or a mark: their meaning is for the complete reader. */
const unusualCharacter = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\ufffe\uffff]/u;

interface Cursor {
  readonly lines: string[];
  at: number;
  depth: number;
}

/** Thrown, and caught above, where the text leaves what this reader knows. One object: making an Error is slow. */
export const unusual = new Error("not the plain YAML of this reader");

const deepest = 200;

/** Moves to the next line with content; its indentation, or -1 at the end. */
function nextIndent(cursor: Cursor): number {
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const line = cursor.lines[cursor.at] ?? "";
    const indent = indentOf(line);
    if (indent === line.length || line.charCodeAt(indent) === 35 /* # */) continue;
    if (line.includes("\t")) throw unusual;
    return indent;
  }
  return -1;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}

function readNode(cursor: Cursor, indent: number): Json {
  if (++cursor.depth > deepest) throw unusual;
  const line = cursor.lines[cursor.at] ?? "";
  const node = isItem(line, indent) ? readSequence(cursor, indent) : readMapping(cursor, indent);
  cursor.depth--;
  return node;
}

function isItem(line: string, indent: number): boolean {
  return line.charCodeAt(indent) === 45 /* - */ && (line.length === indent + 1 || line.charCodeAt(indent + 1) === 32);
}

/**
 * A key that no schema takes for anything but a string, or a quoted one without escapes, and what follows its colon.
 */
const entry = /^(?:([A-Za-z_][\w./-]*)|"([^"\\]*)"|'([^']*)') *:(?: +(.*))?$/;

function readMapping(cursor: Cursor, indent: number): Json {
  const map: Record<string, Json> = {};
  do {
    const line = cursor.lines[cursor.at] ?? "";
    const match = entry.exec(indent === 0 ? line : line.slice(indent));
    if (match === null) throw unusual;
    const plain = match[1];
    if (plain !== undefined && resolvePlain(plain) !== plain) throw unusual;
    const key = plain ?? match[2] ?? match[3] ?? "";
    if (key === "__proto__" || Object.hasOwn(map, key)) throw unusual;
    map[key] = readValue(cursor, indent, match[4] ?? "", true);
  } while (follows(cursor, indent));
  return map;
}

function readSequence(cursor: Cursor, indent: number): Json {
  const list: Json[] = [];
  do {
    const line = cursor.lines[cursor.at] ?? "";
    if (!isItem(line, indent)) throw unusual;
    const content = indentOf(line.slice(indent + 1)) + indent + 1;
    const rest = line.slice(content);
    if (entry.test(rest) || isItem(rest, 0)) {
      // A collection that begins on the item's line: read it as though the dash were a space.
      cursor.lines[cursor.at] = " ".repeat(content) + rest;
      list.push(readNode(cursor, content));
    } else {
      list.push(readValue(cursor, indent, rest, false));
    }
  } while (follows(cursor, indent, true));
  return list;
}

/** Whether the collection at this indentation goes on. `items`: a sequence may end at a key of its own indentation. */
function follows(cursor: Cursor, indent: number, items = false): boolean {
  const next = nextIndent(cursor);
  if (next > indent) throw unusual;
  if (next !== indent) return false;
  return !items || isItem(cursor.lines[cursor.at] ?? "", indent);
}

function readValue(cursor: Cursor, indent: number, text: string, inMapping: boolean): Json {
  cursor.at++;
  const first = text.charCodeAt(0);
  if (text === "" || first === 35 /* # */) return readNested(cursor, indent, inMapping);
  if (first === 124 /* | */) return readLiteral(cursor, indent, text);
  return readInline(text);
}

/**
 * The collection below a key or a dash, or null when there is none. A key's sequence may stand at the key's
 * indentation.
 */
function readNested(cursor: Cursor, indent: number, inMapping: boolean): Json {
  const next = nextIndent(cursor);
  if (next > indent) return readNode(cursor, next);
  if (inMapping && next === indent && isItem(cursor.lines[cursor.at] ?? "", indent)) return readNode(cursor, next);
  return null;
}

function readInline(text: string): Json {
  const first = text.charAt(0);
  if (first === '"' || first === "'") {
    const quoted = readQuoted(text, 0);
    if (quoted === undefined || !isBlank(text.slice(quoted.end))) throw unusual;
    return quoted.value;
  }
  if (first === "{" || first === "[") {
    const flow = readFlow(text, 0);
    if (flow === undefined || !isBlank(text.slice(flow.end))) throw unusual;
    return flow.value;
  }
  const plain = stripComment(text);
  if (!isPlain(plain)) throw unusual;
  const value = resolvePlain(plain);
  if (typeof value === "object" && value !== null) throw unusual;
  return value;
}

function isBlank(rest: string): boolean {
  return /^ *$|^ +#/.test(rest);
}

function isPlain(text: string): boolean {
  return !/^(?:[&*!|>%@`,?\]}#]|[-:](?: |$))|: |:$/.test(text);
}

const literalHeader = /^\|([+-]?) *(?:$| #)/;

/** A literal block (`|`) without an indentation indicator. */
function readLiteral(cursor: Cursor, parentIndent: number, header: string): string {
  const chomping = literalHeader.exec(header)?.[1];
  if (chomping === undefined) throw unusual;
  const content = takeLiteralLines(cursor, parentIndent);
  let last = content.length;
  while (last > 0 && content[last - 1] === "") last--;
  const body = content.slice(0, last).join("\n");
  if (chomping === "-") return body;
  if (chomping === "+") return content.map((line) => `${line}\n`).join("");
  return last === 0 ? "" : `${body}\n`;
}

function takeLiteralLines(cursor: Cursor, parentIndent: number): string[] {
  const content: string[] = [];
  let indent = -1;
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const line = cursor.lines[cursor.at] ?? "";
    const own = indentOf(line);
    const isEmpty = own === line.length;
    if (cursor.at === cursor.lines.length - 1) {
      // What split() leaves after the last line feed is no line; content there means a block that its file cuts off.
      if (isEmpty && own === 0) continue;
      throw unusual;
    }
    if (indent === -1 && !isEmpty) {
      if (own <= parentIndent) break;
      indent = own;
      if (content.some((blank) => blank.length > indent)) throw unusual;
      content.fill("");
    }
    if (!isEmpty && own < indent) {
      if (own > parentIndent) throw unusual;
      break;
    }
    content.push(indent === -1 ? line : line.slice(indent));
  }
  return indent === -1 ? content.fill("") : content;
}
