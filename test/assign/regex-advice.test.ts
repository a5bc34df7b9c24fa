import { describe, expect, it } from "vitest";
import { regexAdvice } from "../../src/assign/regex-advice.js";
import { regexTokens } from "../../src/assign/regex-tokens.js";
import type { Spot } from "../../src/assign/yaml-tree.js";

const at = { file: "a.yaml", start: { line: 1, column: 1 } };
const spot: Spot = { node: { kind: "scalar", value: "", source: "", plain: false, at }, path: "a", at };

/** A pattern, the advice about it, and the pattern that is advised. */
const unanchored = "unanchored";
const dot = "host-dot";
const wildcard = "host-wildcard";
const mended: readonly (readonly [string, readonly string[], string])[] = [
  ["azurecr.io/", [unanchored, dot], "^azurecr\\.io/"],
  ["^azurecr.io/", [dot], "^azurecr\\.io/"],
  ["^mcr.microsoft.com/.+$", [dot], "^mcr\\.microsoft\\.com/.+$"],
  ["^registry.example.com:5000/", [dot], "^registry\\.example\\.com:5000/"],
  ["^[^/]+.azurecr.io/", [dot], "^[^/]+\\.azurecr\\.io/"],
  ["^(a.example.com|b\\.example.com)/", [dot], "^(a\\.example\\.com|b\\.example\\.com)/"],
  [".+\\.azurecr\\.io/", [wildcard], "^[^/]+\\.azurecr\\.io/"],
  ["^.*azurecr.io/x", [dot, wildcard], "^[^/]*azurecr\\.io/x"],
  ["^a|.+\\.azurecr\\.io/", [wildcard], "^a|^[^/]+\\.azurecr\\.io/"],
  ["nginx", [unanchored], "^nginx"],
  ["nginx|redis", [unanchored], "^(?:nginx|redis)"],
  ["^nginx|redis", [unanchored], "^nginx|^redis"],
  ["(nginx|redis):1", [unanchored], "^(nginx|redis):1"],
  ["(^nginx|redis):1", [unanchored], "(^nginx|^redis):1"],
  ["(?i)nginx", [unanchored], "^(?i)nginx"],
  ["[|^]a", [unanchored], "^[|^]a"],
  ["\\^a", [unanchored], "^\\^a"],
  ["a(^b)", [unanchored], "^a(^b)"],
  ["^a|", [unanchored], "^a|^"],
];

const fine = [
  "^azurecr\\.io/",
  "^azurecr[.]io/",
  "^([^/]+\\.azurecr\\.io|registry\\.io)/.+$",
  "^([^\\/]+\\.azurecr\\.io|registry\\.io)\\/.+$",
  "^(.+){0}$",
  "^(?:a|b)$",
  "(^a|^b)",
  "(?i)^nginx:",
  "\\Anginx",
  "^nginx:1.25$",
  "^nginx.*$",
  "^.*$",
  ".*",
  ".+-prod$",
  "^\\Qa.example.com\\E/",
  "^(?P<tag>a)$",
];

describe("advice on regular expressions", () => {
  it.each(mended)("%s", (pattern, advice, better) => {
    const found = regexAdvice(pattern, spot);
    expect(found.map(({ code }) => code)).toEqual(advice.map((name) => `assignment-regex-${name}`));
    expect(found.map(({ help }) => help?.includes(`'${better}'`))).toEqual(advice.map(() => true));
    expect(regexAdvice(better, spot)).toEqual([]);
  });

  it.each(fine)("nothing to say about %s", (pattern) => {
    expect(regexAdvice(pattern, spot)).toEqual([]);
  });

  it.each([...mended.map(([pattern]) => pattern), ...fine, "", "[", "\\", "(?"])(
    "the tokens of %s are all of it",
    (pattern) => {
      const tokens = regexTokens(pattern);
      expect(tokens.map(({ text }) => text).join("")).toBe(pattern);
    },
  );
});
