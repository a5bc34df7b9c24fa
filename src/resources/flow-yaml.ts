import type { Json } from "./json.js";
import { resolvePlain } from "./plain-scalar.js";

/** A value read from a line, and the offset behind it. */
interface Read {
  readonly value: Json;
  readonly end: number;
}

/** A `[...]` or `{...}` that ends on its line and holds nothing unusual; undefined leaves it to the complete reader. */
export function readFlow(line: string, start: number, depth = 0): Read | undefined {
  if (depth > 50) return undefined;
  return line.charAt(start) === "["
    ? readFlowSequence(line, start + 1, depth)
    : readFlowMapping(line, start + 1, depth);
}

function readFlowSequence(line: string, start: number, depth: number): Read | undefined {
  const list: Json[] = [];
  let at = skipSpaces(line, start);
  while (line.charAt(at) !== "]") {
    const item = readFlowValue(line, at, depth);
    if (item === undefined) return undefined;
    list.push(item.value);
    const next = behindSeparator(line, item.end, "]");
    if (next === undefined) return undefined;
    at = next;
  }
  return { value: list, end: at + 1 };
}

function readFlowMapping(line: string, start: number, depth: number): Read | undefined {
  const map: Record<string, Json> = {};
  let at = skipSpaces(line, start);
  while (line.charAt(at) !== "}") {
    const key = readFlowKey(line, at);
    if (key === undefined || key.value === "__proto__" || Object.hasOwn(map, key.value)) return undefined;
    const item = readFlowValue(line, key.end, depth);
    if (item === undefined) return undefined;
    map[key.value] = item.value;
    const next = behindSeparator(line, item.end, "}");
    if (next === undefined) return undefined;
    at = next;
  }
  return { value: map, end: at + 1 };
}

function skipSpaces(line: string, start: number): number {
  let at = start;
  while (line.charCodeAt(at) === 32) at++;
  return at;
}

/** Behind the comma and spaces after an item, or at the closing bracket. */
function behindSeparator(line: string, start: number, close: string): number | undefined {
  const at = skipSpaces(line, start);
  if (line.charAt(at) === ",") return skipSpaces(line, at + 1);
  return line.charAt(at) === close ? at : undefined;
}

const flowKey = /(?:([A-Za-z_][\w./-]*)|"([^"\\]*)"|'([^']*)') *: +/y;

function readFlowKey(line: string, at: number): { readonly value: string; readonly end: number } | undefined {
  flowKey.lastIndex = at;
  const match = flowKey.exec(line);
  if (match === null) return undefined;
  if (match[1] !== undefined && resolvePlain(match[1]) !== match[1]) return undefined;
  return { value: match[1] ?? match[2] ?? match[3] ?? "", end: flowKey.lastIndex };
}

/** Letters, digits and the signs of names, images, ports and arguments; a colon only inside a word. */
const flowPlain = /-?[A-Za-z0-9_./+$=~^<(;\\](?:[\w./+*$=@^<>();~!?\\ -]|:(?=[\w/.-]))*/y;

function readFlowValue(line: string, at: number, depth: number): Read | undefined {
  const first = line.charAt(at);
  if (first === "[" || first === "{") return readFlow(line, at, depth + 1);
  if (first === '"' || first === "'") return readQuoted(line, at);
  flowPlain.lastIndex = at;
  const match = flowPlain.exec(line);
  if (match === null) return undefined;
  const value = resolvePlain(match[0].trimEnd());
  return typeof value === "object" && value !== null ? undefined : { value, end: flowPlain.lastIndex };
}

const singleQuoted = /'((?:[^']|'')*)'/y;
const doubleQuoted = /"((?:[^"\\]|\\[\\"nrt])*)"/y;

/** A quoted scalar that ends on its line; escapes beyond the commonest are left to the complete reader. */
export function readQuoted(line: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const isSingle = line.charAt(at) === "'";
  const pattern = isSingle ? singleQuoted : doubleQuoted;
  pattern.lastIndex = at;
  const match = pattern.exec(line);
  const body = match?.[1];
  if (body === undefined) return undefined;
  return { value: isSingle ? body.replaceAll("''", "'") : decodeEscapes(body), end: pattern.lastIndex };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function decodeEscapes(body: string): string {
  return body.includes("\\") ? body.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter) : body;
}

/** An unquoted text without its comment and the spaces before that. */
export function stripComment(text: string): string {
  const comment = text.indexOf(" #");
  return (comment === -1 ? text : text.slice(0, comment)).trimEnd();
}
