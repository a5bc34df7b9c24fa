import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";
import { described, isGood as isGoodThere, Severity, suffixes, WORD, type Wrapper } from "./words.js";
import * as words from "./words.js";

export default defineRule()({
  name: "same-names",
  kind: "CaseSameNames",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const name = thing.spec?.name ?? "";
    const wrapped: Wrapper = { word: name };
    if (isGood(name)) yield violation("good here", { field: at });
    if (isGoodThere(name)) yield violation("good there", { field: at });
    if (words.isGood(name) && !isGood(name)) yield violation("good there alone", { field: at });
    if (name === WORD || name === words.WORD) yield violation(`${WORD} ${words.WORD}`, { field: at });
    if (suffixes.some((suffix) => name.endsWith(suffix))) yield violation("suffix", { field: at, allowed: suffixes });
    if (Severity.High === words.Severity.High) yield violation(`severity ${Severity.High} ${Severity.Low}`, { field: at });
    yield violation(described(wrapped.word), { field: at, found: words.described("x") });
  },
});

function isGood(name: string): boolean {
  return name.startsWith("w");
}
