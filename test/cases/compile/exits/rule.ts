import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "exits",
  kind: "CaseExits",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    if (spec === undefined) {
      yield violation("no spec", { field: at });
      return;
    }
    for (const item of spec.items ?? []) {
      if (item.name === "web") continue;
      yield violation(`1 ${item.name}`, { field: field(item) });
    }
    for (const item of spec.items ?? []) {
      if (item.kind === "small") {
        yield violation(`2 small ${item.name}`, { field: field(item) });
      } else if (item.kind === "large") {
        if (item.ready === true) continue;
        yield violation(`2 large ${item.name}`, { field: field(item) });
      } else {
        continue;
      }
      yield violation(`2 after ${item.name}`, { field: field(item) });
      if (item.weight > 10) continue;
      yield violation(`2 light ${item.name}`, { field: field(item) });
    }
    for (const item of spec.items ?? []) {
      if (item.ready !== undefined) {
        if (item.ready) {
          yield violation(`3 ready ${item.name}`, { field: field(item) });
          continue;
        }
        if (item.weight > 5) {
          yield violation(`3 heavy ${item.name}`, { field: field(item) });
        } else {
          continue;
        }
      } else if (item.note === undefined) {
        yield violation(`3 no note ${item.name}`, { field: field(item) });
      }
      yield violation(`3 end ${item.name}`, { field: field(item) });
    }
    for (const item of spec.items ?? []) {
      for (const part of item.parts ?? []) {
        if (part.size === undefined) continue;
        yield violation(`4 part ${part.id} ${part.size}`, { field: field(part) });
      }
      yield violation(`4 item ${item.name}`, { field: field(item) });
    }
    if (spec.flag) {
      if (spec.on === true) {
        yield violation("5 on", { field: at });
        if (spec.label === "web") return;
      } else {
        yield violation("5 flag", { field: at });
      }
    } else {
      yield violation("5 no flag", { field: at });
      if (spec.size === undefined) return;
    }
    yield violation("6 after", { field: at });
    if (!(spec.size !== undefined && spec.size > 5)) return;
    else yield violation("7 big", { field: at });
    for (const tag of spec.tags ?? []) {
      if (tag === "a") continue;
      else yield violation(`8 ${tag}`, { field: at });
    }
    {
      const name = spec.name;
      if (name === "db") {
        yield violation("9 db", { field: at });
      }
    }
    const name = "outer";
    yield violation(`10 ${name}`, { field: at });
  },
});
