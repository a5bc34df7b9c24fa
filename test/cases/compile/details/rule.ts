import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "details",
  kind: "CaseDetails",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const spec = thing.spec;
    const at = field(thing, "spec");
    const label = spec?.label;
    yield violation("absent or not", { field: at, found: label, allowed: spec?.size });
    yield violation("one of many", { field: at, found: spec?.on ?? spec?.size ?? spec?.label });
    yield violation("chosen", { field: at, found: spec?.flag === true ? spec.tags : undefined, allowed: spec?.on === true ? 1 : "one" });
    yield violation("lists", { field: at, found: spec?.numbers, allowed: [spec?.name ?? "", "x"] });
    yield violation("empty list", { field: at, found: [], allowed: false });
    if (label !== undefined) yield violation("present", { field: at, found: label });
    if (spec?.size !== undefined) yield violation("narrowed", { field: at, found: spec.size });
    for (const _ of spec?.tags ?? []) yield violation("the same for each", { field: at });
    for (const _ of spec?.tags ?? []) for (const __ of spec?.names ?? []) yield violation("many times", { field: at, found: true });
    yield violation("undefined", { container: undefined, field: at, found: undefined });
  },
});
