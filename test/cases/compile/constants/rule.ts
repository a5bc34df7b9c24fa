import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export interface Parameters {
  word?: string;
  words?: string[];
}

export default defineRule<Parameters>()({
  name: "constants",
  kind: "CaseConstants",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  defaults: { words: ["a"] },
  *check({ object: thing, parameters }) {
    const spec = thing.spec;
    const at = field(thing, "spec", "label");
    const literal = "literal";
    const number = 5;
    const truth = true;
    const label = spec?.label;
    const name = spec?.name ?? "none";
    const size = spec?.size ?? number;
    const isBig = size > number;
    const hasLabel = label !== undefined;
    const inner = spec?.inner;
    const deep = inner?.deep;
    const value = deep?.value;
    const tags = spec?.tags ?? [];
    const first = tags.filter((tag) => parameters.words.includes(tag));
    const again = first;
    const mapped = tags.map((tag) => `${name}-${tag}`);
    const count = tags.length;
    const joined = tags.join("/");
    const pattern = /^[a-z]+$/;
    const record = { name, size, label };
    const records = [record, { name: "other", size: 1, label: undefined }];
    const word = parameters.word ?? "none";
    const none = undefined;
    const empty: string[] = [];
    const isPlain = pattern.test(name) && !isBig;
    const message = `${literal} ${number} ${truth} ${name} ${size} ${count} ${joined} ${word}`;
    yield violation(message, { field: at, found: again, allowed: mapped });
    if (isBig) yield violation("big", { field: at });
    if (!isBig) yield violation("not big", { field: at });
    if (hasLabel && label.startsWith("w")) yield violation(`label ${label}`, { field: at });
    if (value !== undefined) yield violation(`value ${value}`, { field: field(thing, "spec", "inner", "deep", "value") });
    if (deep !== undefined) yield violation("deep", { field: field(deep, "list"), found: deep.list });
    if (inner !== undefined) yield violation("inner", { field: field(inner), found: inner.label });
    if (isPlain) yield violation("plain", { field: at });
    if (label === none) yield violation("none", { field: at });
    for (const { name, size, label } of records) yield violation(`record ${name} ${size}`, { field: at, found: label });
    for (const each of empty) yield violation(`never ${each}`, { field: at });
    if (empty.length === 0) yield violation("empty", { field: at, found: record.name });
  },
});
