import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type RegexToken, regexTokens } from "./regex-tokens.js";
import type { Spot } from "./yaml-tree.js";

/**
 * What is legal in a regular expression and seldom meant, each with the expression mended: policies search for it anywhere
 * (OPA's `regex.match`), so `azurecr.io/` admits `evil.example/azurecr.io/x`, and `azurecrXio/x` too.
 */
export function regexAdvice(pattern: string, { path, at }: Spot): Diagnostic[] {
  const tokens = regexTokens(pattern);
  const hosts = hostsIn(tokens);
  const loose = looseStarts(tokens);
  const mended = quoted(mend(tokens, hosts, loose));
  const host = hosts.find(({ dots }) => dots.length > 0);
  const behind = hosts.find(({ wildcard }) => wildcard !== undefined);
  return [
    ...(loose.length > 0 ? [diagnose("assignment-regex-unanchored", { path, mended }, at)] : []),
    ...(host === undefined ? [] : [diagnose("assignment-regex-host-dot", { path, host: host.text, mended }, at)]),
    ...(behind?.wildcard === undefined
      ? []
      : [
          diagnose(
            "assignment-regex-host-wildcard",
            { path, host: behind.text, wildcard: behind.wildcard.text, mended },
            at,
          ),
        ]),
  ];
}

interface Host {
  readonly text: string;
  /** Indices of its dots that are not escaped. */
  readonly dots: readonly number[];
  /** `.*` or `.+` directly before it; `index` is the dot's. */
  readonly wildcard: { readonly text: string; readonly index: number } | undefined;
}

/** Labels joined by dots, the last one of letters alone: `azurecr.io`, `\.azurecr\.io`, but not `1.25`. */
function hostsIn(tokens: readonly RegexToken[]): Host[] {
  const hosts: Host[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    let end = start;
    while (isHostPart(tokens, end)) end += 1;
    if (end > start) hosts.push(...hostAt(tokens, start, end));
    start = end;
  }
  return hosts;
}

function isHostPart(tokens: readonly RegexToken[], index: number): boolean {
  const kind = tokens[index]?.kind;
  if (kind === "label" || kind === "literal-dot") return true;
  return kind === "dot" && tokens[index + 1]?.kind === "label";
}

function hostAt(tokens: readonly RegexToken[], start: number, end: number): Host[] {
  const part = tokens.slice(start, end);
  const last = part.at(-1);
  const labels = part.filter(({ kind }) => kind === "label").length;
  const beforeSlash = tokens[end]?.kind === "slash";
  if (last?.kind !== "label" || !/^[A-Za-z]{2,}$/.test(last.text) || labels === part.length) return [];
  if (labels < 2 && !beforeSlash) return [];
  const dots = part.flatMap(({ kind }, index) => (kind === "dot" ? [start + index] : []));
  const text = part.map(({ kind, text }) => (kind === "literal-dot" ? "." : text)).join("");
  return [{ text: text.replace(/^\./, ""), dots, wildcard: beforeSlash ? wildcardBefore(tokens, start) : undefined }];
}

function wildcardBefore(tokens: readonly RegexToken[], start: number): Host["wildcard"] {
  const [dot, quantifier] = [tokens[start - 2], tokens[start - 1]];
  if (dot?.kind !== "dot" || quantifier === undefined || !/^[*+]/.test(quantifier.text)) return undefined;
  return { text: dot.text + quantifier.text, index: start - 2 };
}

/**
 * The tokens at which an alternative begins without an anchor: `a|^b` at the first, `(^a|b)c` at the fourth. One that begins with
 * `.*` says itself that anything may stand before the rest.
 */
function looseStarts(tokens: readonly RegexToken[]): number[] {
  const found: number[] = [];
  const groups = [true]; // of the open groups: does it stand where an alternative begins
  let begins = true;
  for (const [index, { kind }] of [...tokens, { kind: "end" }].entries()) {
    const wasBeginning = begins;
    if (kind === "open") groups.push(begins);
    else if (kind === "bar") begins = groups.at(-1) ?? true;
    else if (kind !== "flags") begins = false;
    if (kind === "close") groups.pop();
    const isStart = wasBeginning && !["open", "flags", "anchor"].includes(kind) && !isWildcard(tokens, index);
    if (isStart) found.push(index);
  }
  return found;
}

function isWildcard(tokens: readonly RegexToken[], index: number): boolean {
  return tokens[index]?.kind === "dot" && /^[*+]/.test(tokens[index + 1]?.text ?? "");
}

function mend(tokens: readonly RegexToken[], hosts: readonly Host[], loose: readonly number[]): string {
  const dots = new Set(hosts.flatMap((host) => host.dots));
  const wildcards = new Set(hosts.flatMap(({ wildcard }) => wildcard?.index ?? []));
  const starts = new Set([...loose, ...[...wildcards].filter((index) => isAlternativeStart(tokens, index))]);
  const isAnchored = tokens.some(({ kind }) => kind === "anchor");
  const mended = [...tokens, { kind: "end", text: "" }].map(({ text }, index) => {
    const escaped = dots.has(index) ? "\\." : wildcards.has(index) ? "[^/]" : text;
    return isAnchored && starts.has(index) ? `^${escaped}` : escaped;
  });
  const whole = mended.join("");
  if (isAnchored || starts.size === 0) return whole;
  return hasAlternatives(tokens) ? `^(?:${whole})` : `^${whole}`;
}

function hasAlternatives(tokens: readonly RegexToken[]): boolean {
  let depth = 0;
  return tokens.some(({ kind }) => {
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    return kind === "bar" && depth === 0;
  });
}

function isAlternativeStart(tokens: readonly RegexToken[], index: number): boolean {
  const before = tokens[index - 1]?.kind;
  return before === undefined || before === "bar";
}

/** As YAML takes it to the letter. */
function quoted(pattern: string): string {
  return `'${pattern.replaceAll("'", "''")}'`;
}
