import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { type Inner, text, things } from "../thing.js";

export interface Parameters {
  words?: string[];
  nested?: { deep: { word: string } };
}

export default defineRule<Parameters>()({
  name: "destructuring",
  kind: "CaseDestructuring",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  defaults: { words: ["a"], nested: { deep: { word: "d" } } },
  *check({ object: thing, object: { spec, metadata }, parameters: { words, nested: { deep: { word } } } }) {
    const at = field(thing, "spec");
    if (spec === undefined) {
      yield violation(`no spec ${word}`, { field: at, allowed: words });
      return;
    }
    const { name, count, label: shown, tags, inner, size } = spec;
    const { name: own } = metadata ?? {};
    yield violation(`${name} ${count} ${shown ?? "none"} ${size ?? 0} ${own ?? "nameless"}`, { field: field(spec, "name"), found: tags });
    for (const { name, weight, parts } of spec.items ?? []) {
      yield violation(`item ${name} ${weight}`, { field: at });
      for (const { id: identifier, size } of parts ?? []) yield violation(`part ${identifier} ${size ?? 0}`, { field: at });
    }
    if (inner !== undefined) {
      const { name, deep } = inner;
      yield violation(`inner ${name} ${deep?.value ?? ""} ${first(inner)}`, { field: field(inner, "name") });
    }
    if ((spec.items ?? []).some(({ name, tags }) => (tags ?? []).some((tag) => tag === name))) yield violation("tag is name", { field: at });
    const pair = { left: name, right: shown };
    const { left, right } = pair;
    if (left === right) yield violation("left is right", { field: at });
    for (const { left: one, right: other } of [pair, { left: "x", right: undefined }]) yield violation(`pair ${one}`, { field: at, found: other });
  },
});

function first({ name, deep, label }: Inner): string {
  const { list } = deep ?? { list: ["none"] };
  return `${label ?? name} ${(list ?? []).join("+")}`;
}
