import { describe, expect, it } from "vitest";
import { nativePattern } from "../../src/gatekeeper/go-regexp.js";

describe("nativePattern", () => {
  it.each([
    ["a.c", "xabcx", true],
    ["a.c", "a\nc", false],
    ["a.c", "a\rc", true],
    ["a.c", "a𝒳c", true],
    ["^a$", "a\n", false],
    ["\\s", "\u00a0", false],
    ["\\S", "\u00a0", true],
    ["[\\s,]x", " x", true],
    ["[^\\d]", "1", false],
    ["a{2,3}?b", "aab", true],
    ["(?:a|b)+/c", "ab/c", true],
    ["\\-\\/\\.", "-/.", true],
    ["[a\\-z]", "-", true],
    ["[a-]", "-", true],
    ["\\bword\\b", "a word", true],
    ["é", "é", true],
    ["", "anything", true],
  ])("%j on %j is %s", (pattern, text, found) => {
    expect(nativePattern(pattern)?.test(text)).toBe(found);
  });

  it.each([
    "(?i)a",
    "(?P<n>a)",
    "\\pL",
    "\\A",
    "\\z",
    "[[:alpha:]]",
    "[a&&b]",
    "\\Qa\\E",
    "\\x{41}",
    "a**",
    "(",
    "[",
    "a)",
    "x{2",
    "\\1",
    "(?=a)",
  ])("leaves %j to RE2", (pattern) => {
    expect(nativePattern(pattern)).toBeUndefined();
  });
});
