import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "order",
  kind: "CaseOrder",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const names = thing.spec?.names ?? [];
    const items = thing.spec?.items ?? [];
    yield violation(names.join(","), { field: at, found: names });
    yield violation(items.filter((item) => item.weight >= 0).map((item) => item.name).join(","), { field: at, found: items.map((item) => item.weight) });
    yield violation(names.filter((name) => items.some((item) => item.name === name || item.note === name)).join(","), { field: at });
    yield violation(names.map((name) => items.filter((item) => item.name === name).map((item) => item.weight).length).map((count) => `${count}`).join(","), { field: at });
  },
});
