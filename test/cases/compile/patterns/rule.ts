import { defineRule, field, type Regex, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export interface Parameters {
  pattern: Regex;
  patterns?: Regex[];
  prefix?: string;
}

export default defineRule<Parameters>()({
  name: "patterns",
  kind: "CasePatterns",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  defaults: { patterns: ["^a", "b$"], prefix: "w" },
  *check({ object: thing, parameters }) {
    const at = field(thing, "spec");
    const name = thing.spec?.name ?? "";
    const label = thing.spec?.label ?? "";
    const word = /^[a-z][a-z0-9-]*$/;
    const given = new RegExp(parameters.pattern);
    if (word.test(name)) yield violation("word", { field: at });
    if (!word.test(label)) yield violation("label is no word", { field: at });
    if (given.test(name)) yield violation("given", { field: at });
    if (parameters.patterns.some((each) => new RegExp(each).test(name))) yield violation("one of the patterns", { field: at });
    if (!parameters.patterns.every((each) => matches(each, name))) yield violation("not every pattern", { field: at });
    if (new RegExp(`^(?:${parameters.prefix})`).test(name)) yield violation("composed", { field: at });
    if (new RegExp("^\\d+$").test(label)) yield violation("digits", { field: at });
    if (/^.*$/.test(label)) yield violation("one line", { field: at });
    if (/^.$/u.test(label)) yield violation("one character", { field: at });
    if (/^.{2}$/su.test(label)) yield violation("any two characters", { field: at });
    if (/^\s+$/.test(label)) yield violation("white space", { field: at });
    if (/^\S+$/.test(label)) yield violation("no white space", { field: at });
    if (/^[\s\w.-]+$/.test(label)) yield violation("white space and words", { field: at });
    if (/x$/.test(label)) yield violation("ends with x", { field: at });
    if (/a|b|^c/.test(label)) yield violation("alternatives", { field: at });
    if (/^(?:a|(b))(?<rest>.*)$/.test(label)) yield violation("groups", { field: at });
    if (/\//.test(label)) yield violation("slash", { field: at });
    if (/\bdb\b/.test(label)) yield violation("whole word", { field: at });
    if (/^[[\]{}a^&&~-]+$/.test(label)) yield violation("brackets", { field: at });
    if (/^a{2,3}?b{0}c{1,}$/.test(label)) yield violation("counted", { field: at });
    if (/^\x41\u0042\t\cI\0$/.test(label)) yield violation("escapes", { field: at });
    if (/^\u{1F600}$/u.test(label)) yield violation("a face", { field: at });
    if (/^[^a]*😀$/.test(label)) yield violation("ends with a face", { field: at });
    if (/^[a-c😀]$/u.test(label)) yield violation("a face or a letter", { field: at });
    if (/`/.test(label)) yield violation("back quote", { field: at });
    if (/^[\w]*\.{1}\W\D$/u.test(label)) yield violation("not words", { field: at });
    if (/^[\W]+$/.test(label)) yield violation("no word character", { field: at });
    if (/"\\"/.test(label)) yield violation("quotes", { field: at });
    if (/a{,2}/.test(label)) yield violation("no quantifier", { field: at });
  },
});

function matches(pattern: Regex, text: string): boolean {
  return new RegExp(pattern).test(text);
}
