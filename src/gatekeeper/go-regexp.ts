/**
 * A Go regular expression (RE2) as a JavaScript one that accepts the same texts, or undefined where that is not plain
 * to see: flags, Unicode classes, POSIX classes, anything unusual. Those go to an engine of RE2.
 */
export function nativePattern(pattern: string): RegExp | undefined {
  let source = "";
  let at = 0;
  let inClass = false;
  while (at < pattern.length) {
    const token = (inClass ? classToken : token_).exec(pattern.slice(at))?.[0];
    if (token === undefined) return undefined;
    if (token === "[" || token === "[^") inClass = true;
    else if (token === "]") inClass = false;
    source += translate(token, inClass);
    at += token.length;
  }
  if (inClass) return undefined;
  try {
    return new RegExp(source, "u");
  } catch {
    return undefined;
  }
}

/**
 * Outside a class: escapes that mean the same, groups, repetition, anchors, and characters that stand for themselves.
 */
const token_ =
  /^(?:\\[dDwWsSbBntrfv]|\\[.+*?()|[\]{}^$\\/-]|\((?:\?:|(?!\?))|\)|\[\^?|[.^$|]|[*+?]\??|\{\d{1,3}(?:,\d{0,3})?\}\??|[^\\()[\]{}.^$|*+?])/u;

/**
 * Inside a class. A leading `]`, a nested `[`, `&&` and `--` are read differently by the two, so they are left alone.
 */
const classToken = /^(?:\\[dDwWsSntrfv]|\\[.+*?()|[\]{}^$\\/-]|\]|-(?!-)|[^\\[\]&^-])/u;

function translate(token: string, inClass: boolean): string {
  switch (token) {
    case ".":
      return inClass ? "." : "[^\\n]";
    case "\\s":
      return inClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]";
    case "\\S":
      return inClass ? "\\S" : "[^\\t\\n\\f\\r ]";
    case "/":
      return "\\/";
    default:
      return token === "\\-" && !inClass ? "-" : token;
  }
}
