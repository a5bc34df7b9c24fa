/**
 * A regular expression in pieces, as far as its advice needs them: RE2 has found it legal before, so nothing is checked.
 * `text` of all tokens together is the expression.
 */
export interface RegexToken {
  readonly kind:
    | "anchor" // the beginning of the text
    | "dot" // any character
    | "literal-dot" // \. or [.]
    | "slash"
    | "label" // letters, digits and hyphens
    | "quantifier"
    | "flags" // (?i)
    | "open"
    | "close"
    | "bar"
    | "other";
  readonly text: string;
}

/** In the order they are tried. */
const shapes: readonly (readonly [RegexToken["kind"], RegExp])[] = [
  ["other", /\\Q[\s\S]*?(?:\\E|$)/y],
  ["anchor", /\^|\\A/y],
  ["literal-dot", /\\\.|\[\.\]/y],
  ["slash", /\\?\//y],
  ["other", /\\(?:[pPx]\{[^}]*\}|[\s\S])/y],
  ["other", /\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/y],
  ["flags", /\(\?[a-zA-Z-]+\)/y],
  ["open", /\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*:))?/y],
  ["close", /\)/y],
  ["bar", /\|/y],
  ["quantifier", /(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??/y],
  ["dot", /\./y],
  ["label", /[A-Za-z0-9-]+/y],
  ["other", /[\s\S]/y],
];

export function regexTokens(pattern: string): RegexToken[] {
  const tokens: RegexToken[] = [];
  let offset = 0;
  while (offset < pattern.length) {
    const token = tokenAt(pattern, offset);
    tokens.push(token);
    offset += token.text.length;
  }
  return tokens;
}

function tokenAt(pattern: string, offset: number): RegexToken {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = offset;
    const text = shape.exec(pattern)?.[0];
    if (text !== undefined) return { kind, text };
  }
  // The last shape matches any character.
  return { kind: "other", text: pattern.slice(offset) };
}
