import { Document, Scalar, visit } from "yaml";
import type { Json } from "../ir/parameter-schema.js";

export interface YamlOptions {
  /** Comment at the head of the file, one line or several, without `#`. */
  readonly head?: string;
}

/**
 * Prints one YAML document that YAML 1.1 (kubectl, Gatekeeper, gator: sigs.k8s.io/yaml) and YAML 1.2 read alike:
 * no anchors, no folded lines, text of several lines as a literal block, and every text in quotes that some reader would
 * take for something else.
 */
export function yamlText(value: Json, options: YamlOptions = {}): string {
  const document = new Document(value, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value === "string") node.type = textStyle(node.value, key === "key");
    },
  });
  if (options.head !== undefined) document.commentBefore = options.head.replace(/^/gm, " ");
  const text = document.toString({
    lineWidth: 0,
    minContentWidth: 0,
    indentSeq: false,
    blockQuote: "literal",
    doubleQuotedAsJSON: true,
    flowCollectionPadding: true,
  });
  return text.replace(unreadable, escapeCharacter);
}

function textStyle(text: string, isKey: boolean): Scalar.Type {
  if (unsafeInBlock.test(text)) return Scalar.QUOTE_DOUBLE;
  // A block that starts or ends in white space would need an indentation indicator, which readers disagree on.
  if (text.includes("\n")) return isKey || /^\s|[ \t]$/.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.BLOCK_LITERAL;
  if (plain.test(text) && !taken.test(text)) return Scalar.PLAIN;
  // Regular expressions read best where nothing is escaped.
  return /[\\"]/.test(text) && !text.includes("\n") ? Scalar.QUOTE_SINGLE : Scalar.QUOTE_DOUBLE;
}

/**
 * Texts that look like a word or a path. Everything else is quoted, needed or not: YAML 1.1 has numbers such as 0o17, 1_000,
 * 1:30, .5 and 0b1, dates, and `=` and `<<` as values.
 */
const plain = /^[\p{L}_/](?:[^:#\n\t]|:(?=[^\s,[\]{}])|(?<=\S)#)*$/u;

/** Words that YAML 1.1 or 1.2 reads as a boolean or null, in any spelling that some reader accepts. */
const taken = /^(?:y|yes|n|no|on|off|true|false|null)$/i;

/**
 * Characters that YAML 1.1 takes for line breaks (U+0085, U+2028, U+2029), or refuses. They stand in quotes only
 * (`unsafeInBlock` sees to that), where an escape is the same in every version.
 */
const unreadable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a block cannot hold
const unsafeInBlock = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Surrogate}]/u;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
