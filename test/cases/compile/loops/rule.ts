import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "loops",
  kind: "CaseLoops",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const items = thing.spec?.items ?? [];
    const ready = items.filter((item) => item.ready === true);
    const small = items.filter(({ kind }) => kind === "small");
    for (const item of items) {
      yield violation(`item ${item.name}`, { field: field(item) });
      for (const part of item.parts ?? []) {
        yield violation(`part ${part.id} of ${item.name}`, { field: field(part, "id"), found: part.size });
        for (const tag of item.tags ?? []) yield violation(`tag ${tag} of ${part.id}`, { field: field(item, "tags") });
      }
    }
    for (const item of items.filter((each) => each.weight > 1)) yield violation(`heavy ${item.name}`, { field: field(item, "weight") });
    for (const item of ready) yield violation(`ready ${item.name}`, { field: field(item, "ready") });
    for (const item of ready.filter((each) => each.weight >= 0)) yield violation(`ready and real ${item.name}`, { field: field(item) });
    for (const { name, weight } of small) yield violation(`small ${name} ${weight}`, { field: field(thing, "spec", "items") });
    for (const item of thing.spec?.items ?? []) {
      for (const other of thing.spec?.items ?? []) {
        if (item.weight < other.weight) yield violation(`${item.name} is below ${other.name}`, { field: field(other, "weight") });
      }
    }
    for (const word of ["a", "b"]) {
      for (const tag of thing.spec?.tags ?? []) if (tag === word) yield violation(`word ${word}`, { field: field(thing, "spec", "tags") });
    }
    for (const { key, value } of [
      { key: "label", value: thing.spec?.label },
      { key: "other", value: thing.spec?.other },
    ]) {
      if (value === undefined) continue;
      yield violation(`${key} is ${value}`, { field: field(thing, "spec"), found: value });
    }
    for (const part of (thing.spec?.items ?? []).filter((item) => item.kind !== undefined).map((item) => item.parts ?? [])) {
      yield violation(`parts ${part.length}`, { field: field(thing, "spec") });
      for (const each of part) yield violation(`mapped part ${each.id}`, { field: field(thing, "spec", "items") });
    }
  },
});
