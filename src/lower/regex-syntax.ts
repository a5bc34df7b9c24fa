/**
 * JavaScript's regular expressions in RE2's syntax, so that both mean the same. TypeScript has checked that a literal is
 * legal JavaScript; what RE2 lacks, or reads in another way that cannot be written out, is refused.
 */
export type Translated = { readonly ok: true; readonly pattern: string } | Refused;

export interface Refused {
  readonly ok: false;
  /** The part that has no equal in RE2, as written. */
  readonly part: string;
  readonly instead: string;
}

/** `flags` may hold `u` and `s`. */
export function translatePattern(source: string, flags: string): Translated {
  const refusedFlag = /[^su]/.exec(flags)?.[0];
  if (refusedFlag !== undefined) return refuse(`the flag ${refusedFlag}`, insteadOfFlag[refusedFlag] ?? plainly);
  const reader: Reader = { source, unicode: flags.includes("u"), dotAll: flags.includes("s"), at: 0, counted: 0 };
  let pattern = "";
  const groups: number[] = [];
  let last = 1;
  while (reader.at < source.length) {
    const from = reader.at;
    const piece = readPiece(reader);
    if ("part" in piece) return piece;
    if (piece.kind === "open") groups.push(last);
    const isCountable = piece.kind === "atom" || piece.kind === "close";
    const weight = piece.kind === "close" ? last : 1;
    const quantifier = isCountable ? readQuantifier(reader) : undefined;
    const repeated = weight * (quantifier?.most ?? 1);
    if (repeated > mostRepeats) return refuse(quantifier?.text ?? "", `Repeat at most ${mostRepeats} times.`);
    if (piece.kind === "close") last = Math.max(groups.pop() ?? 1, repeated);
    else if (piece.kind === "open") last = 1;
    else last = Math.max(last, repeated);
    if (countsUnits(piece, quantifier, reader)) return refuse(source.slice(from, reader.at), wholeCharacters);
    pattern += piece.text + (quantifier?.text ?? "");
  }
  return { ok: true, pattern };
}

/** RE2 refuses more, counting repetitions within repetitions. */
const mostRepeats = 1000;

const plainly = "Write the alternatives out.";
const wholeCharacters =
  "Add the flag `u`: without it JavaScript counts `😀` as two characters here, and RE2 always as one.";

const insteadOfFlag: Readonly<Record<string, string>> = {
  i: "Compare in one letter case: `.test(text.toLowerCase())`.",
  g: "Leave it out: `.test` asks whether there is a match, and with this flag it remembers where the last one ended.",
  y: "Leave it out, and begin the expression with `^`.",
  m: 'Split the text into lines first: `text.split("\\n").some((line) => ...)`.',
};

interface Reader {
  readonly source: string;
  readonly unicode: boolean;
  readonly dotAll: boolean;
  at: number;
  /** Pieces with `+` whose number of characters differs between UTF-16 units and code points. */
  counted: number;
}

interface Piece {
  readonly kind: "atom" | "open" | "close" | "assertion";
  readonly text: string;
  /** It matches any character but some: without the flag `u` that is half a character, for those beyond U+FFFF. */
  readonly wide: boolean;
  /** One character beyond U+FFFF: without the flag `u` a quantifier behind it repeats its second half. */
  readonly pair: boolean;
}

interface Quantifier {
  readonly text: string;
  readonly most: number;
}

function refuse(part: string, instead: string): Refused {
  return { ok: false, part, instead };
}

const anyButLineEnds = "[^\\n\\r\\x{2028}\\x{2029}]";
/** What JavaScript's \s holds: ASCII's own, what Unicode calls separators, and the byte order mark. */
const space = "\\t-\\r\\pZ\\x{FEFF}";

function readPiece(reader: Reader): Piece | Refused {
  const { source, at } = reader;
  const group = /^\((?:\?(?:<[=!]|[=!]))?/.exec(source.slice(at))?.[0];
  if (group !== undefined) return readGroup(group, reader);
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (character === "[") return readClass(reader);
  if (character === "\\") return readEscape(reader, false);
  reader.at += character.length;
  if (character === ")") return plain("close", ")");
  if (character === ".") return atom(reader.dotAll ? "(?s:.)" : anyButLineEnds, true);
  if (character === "^" || character === "$" || character === "|") return plain("assertion", character);
  if (character === "{" || character === "}" || character === "]") return atom(`\\${character}`);
  return { ...atom(character), pair: character.length === 2 };
}

function atom(text: string, wide = false): Piece {
  return { kind: "atom", text, wide, pair: false };
}

function plain(kind: Piece["kind"], text: string): Piece {
  return { kind, text, wide: false, pair: false };
}

function readGroup(start: string, reader: Reader): Piece | Refused {
  if (start !== "(") return refuse(start, `RE2 has no look-around. ${plainly}`);
  const head = /^\((?:\?:|\?<(\w+)>)?/.exec(reader.source.slice(reader.at))?.[0] ?? "(";
  if (head === "(" && reader.source.startsWith("(?", reader.at)) {
    return refuse(reader.source.slice(reader.at, reader.at + 3), plainly);
  }
  reader.at += head.length;
  return plain("open", "(?:");
}

const sameInBoth = /^[dwfnrtv]$/;

/** Reads `\...`; inside a class the piece is a part of it. */
function readEscape(reader: Reader, inClass: boolean): Piece | Refused {
  const { source, at } = reader;
  const letter = source[at + 1] ?? "";
  const refused = (length = 2): Refused => refuse(source.slice(at, at + length), insteadOfEscape[letter] ?? plainly);
  const take = (length: number, text: string, wide = false): Piece => {
    reader.at += length;
    return atom(text, wide);
  };
  if (sameInBoth.test(letter)) return take(2, `\\${letter}`);
  if (letter === "s") return take(2, inClass ? space : `[${space}]`);
  if (letter === "D" || letter === "W") return take(2, `\\${letter}`, true);
  if (letter === "S") return inClass ? refused() : take(2, `[^${space}]`, true);
  if (letter === "b") {
    if (inClass) return take(2, "\\x08");
    reader.at += 2;
    return plain("assertion", "\\b");
  }
  if (letter === "B" && !inClass) {
    reader.at += 2;
    return plain("assertion", "\\B");
  }
  if (letter === "0" && !/[0-9]/.test(source[at + 2] ?? "")) return take(2, "\\x00");
  const code = codePoint(source.slice(at), reader.unicode);
  if (code !== undefined) {
    if (code.value >= 0xd800 && code.value <= 0xdfff) return refused(code.length);
    return take(code.length, `\\x{${code.value.toString(16).toUpperCase()}}`);
  }
  if (/[A-Za-z0-9]/.test(letter) || letter === "") return refused();
  const character = String.fromCodePoint(source.codePointAt(at + 1) ?? 0);
  return take(1 + character.length, /[\w/]|[^!-~]/.test(character) ? character : `\\${character}`);
}

const insteadOfEscape: Readonly<Record<string, string>> = {
  S: "Name the characters that the class may hold.",
  p: "Name the characters: what Unicode counts to a property differs from version to version.",
  P: "Name the characters: what Unicode counts to a property differs from version to version.",
  k: `RE2 has no back-references. ${plainly}`,
  ...Object.fromEntries(Array.from("123456789", (digit) => [digit, `RE2 has no back-references. ${plainly}`])),
};

/** `\x41`, `\u0041`, `\cA` and, under the flag `u`, `\u{41}`. */
function codePoint(text: string, unicode: boolean): { readonly value: number; readonly length: number } | undefined {
  const control = /^\\c([A-Za-z])/.exec(text)?.[1];
  if (control !== undefined) return { value: control.charCodeAt(0) % 32, length: 3 };
  const [whole = "", short, long] = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(text) ?? [];
  const digits = short ?? long;
  if (digits !== undefined) return { value: Number.parseInt(digits, 16), length: whole.length };
  const [braced = "", inner] = unicode ? (/^\\u\{([0-9A-Fa-f]+)\}/.exec(text) ?? []) : [];
  return inner === undefined ? undefined : { value: Number.parseInt(inner, 16), length: braced.length };
}

function readClass(reader: Reader): Piece | Refused {
  const { source } = reader;
  const negated = source[reader.at + 1] === "^";
  reader.at += negated ? 2 : 1;
  let text = "";
  let wide = negated;
  while (source[reader.at] !== "]" && reader.at < source.length) {
    const piece = readClassPart(reader, text === "");
    if ("part" in piece) return piece;
    text += piece.text;
    wide ||= piece.wide;
  }
  reader.at += 1;
  if (text === "") return atom(negated ? "(?s:.)" : "[^\\x00-\\x{10FFFF}]", negated);
  return atom(`[${negated ? "^" : ""}${text}]`, wide);
}

function readClassPart(reader: Reader, isFirst: boolean): Piece | Refused {
  const { source, at, unicode } = reader;
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (character === "\\") return readEscape(reader, true);
  if (character.length === 2 && !unicode) return refuse(character, wholeCharacters);
  reader.at += character.length;
  // A hyphen beside a class such as \w, or at an end, stands for itself.
  const isRange =
    !isFirst && !/\\[dwsDW]$/.test(source.slice(0, at)) && !/^(?:\\[dwsDW]|\])/.test(source.slice(at + 1));
  if (character === "-") return atom(isRange ? "-" : "\\-");
  return atom(/[[&~]/.test(character) ? `\\${character}` : character);
}

function readQuantifier(reader: Reader): Quantifier | undefined {
  const [text, from, comma, to] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at)) ?? [];
  if (text === undefined) return undefined;
  reader.at += text.length;
  if (from === undefined) return { text, most: 1 };
  return { text, most: Math.max(Number(from), Number(comma === "" || to === "" ? from : to), 1) };
}

/**
 * Without the flag `u` JavaScript matches half a character where RE2 matches a whole one. That makes no difference under
 * `*`, nor under one `+`; everywhere else the number of characters counts.
 */
function countsUnits(piece: Piece, quantifier: Quantifier | undefined, reader: Reader): boolean {
  if (reader.unicode) return false;
  if (piece.pair) return quantifier !== undefined;
  if (!piece.wide || quantifier?.text.startsWith("*")) return false;
  if (!quantifier?.text.startsWith("+")) return true;
  reader.counted += 1;
  return reader.counted > 1;
}
