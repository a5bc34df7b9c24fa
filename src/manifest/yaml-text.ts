import type { Json } from "../ir/parameter-schema.js";

export type Manifest = { readonly [key: string]: Json };

export interface YamlOptions {
  /** Comment at the head of the file, one line or several, without `#`. */
  readonly head?: string;
}

/**
 * Prints one YAML document that YAML 1.1 (kubectl, Gatekeeper, gator: sigs.k8s.io/yaml) and YAML 1.2 read alike:
 * no anchors, no folded lines, text of several lines as a literal block, and every text in quotes that some reader would
 * take for something else. A build prints hundreds of samples, ten times as fast as through a library's document.
 */
export function yamlText(manifest: Manifest, { head }: YamlOptions = {}): string {
  const comment = head === undefined ? "" : `${head.replace(/^/gm, "# ")}\n\n`;
  return `${comment}${afterStart(value(manifest, ""), "")}\n`;
}

/**
 * A value as it follows a key's colon or a list's dash: on that line after a space, or from a new line on, indented.
 *
 *     key: text          list:          map:
 *     rego: |            - text           key: text
 *       package a        - key: text
 */
function value(of: Json, indent: string): string {
  if (typeof of === "string") return ` ${textStyle(of) === "literal" ? literal(of, indent) : inline(of)}`;
  if (typeof of !== "object" || of === null) return ` ${JSON.stringify(of)}`;
  if (isList(of)) return of.length === 0 ? " []" : `\n${of.map((item) => element(item, indent)).join("\n")}`;
  const members = Object.entries(of);
  return members.length === 0 ? " {}" : `\n${members.map((entry) => member(entry, indent)).join("\n")}`;
}

/** Lists stand at the indentation of their key, as kubectl prints them. */
function member([key, of]: readonly [string, Json], indent: string): string {
  return `${indent}${inline(key)}:${value(of, isList(of) ? indent : `${indent}  `)}`;
}

function element(of: Json, indent: string): string {
  const inner = `${indent}  `;
  const text = value(of, inner);
  return `${indent}-${text.startsWith("\n") ? ` ${afterStart(text, inner)}` : text}`;
}

/** The first line of an indented value without the line feed and the indentation, for where it begins behind a dash. */
function afterStart(text: string, indent: string): string {
  return text.slice(1 + indent.length);
}

function isList(of: Json): of is readonly Json[] {
  return Array.isArray(of);
}

function textStyle(text: string): "plain" | "single" | "double" | "literal" {
  if (unsafe.test(text)) return "double";
  // A block that starts or ends in white space would need indicators that readers disagree on.
  if (text.includes("\n")) return /^\s|[ \t]$|\n\n$/.test(text) ? "double" : "literal";
  if (plain.test(text) && !taken.test(text)) return "plain";
  // Regular expressions read best where nothing is escaped.
  return /[\\"]/.test(text) ? "single" : "double";
}

/** A text on one line. */
function inline(text: string): string {
  switch (textStyle(text)) {
    case "plain":
      return text;
    case "single":
      return `'${text.replaceAll("'", "''")}'`;
    default:
      return JSON.stringify(text).replace(unreadable, escapeCharacter);
  }
}

function literal(text: string, indent: string): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const block = lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n");
  return `${text.endsWith("\n") ? "|" : "|-"}\n${block}`;
}

/**
 * Texts that look like a word or a path. Everything else is quoted, needed or not: YAML 1.1 has numbers such as 0o17, 1_000,
 * 1:30, .5 and 0b1, dates, and `=` and `<<` as values.
 */
const plain = /^[\p{L}_/](?:[^:#\n\t]|:(?=[^\s,[\]{}])|(?<=\S)#)*(?<=\S)$/u;

/** Words that YAML 1.1 or 1.2 reads as a boolean or null, in any spelling that some reader accepts. */
const taken = /^(?:y|yes|n|no|on|off|true|false|null)$/i;

/** Control characters, line breaks of YAML 1.1 (U+0085, U+2028, U+2029), and what is no character: quoted and escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a block cannot hold
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Surrogate}]/u;

/** Those of them that JSON leaves as they are. */
const unreadable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
