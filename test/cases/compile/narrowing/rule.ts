import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "narrowing",
  kind: "CaseNarrowing",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    if (spec?.other?.startsWith(spec.name) ?? spec?.label !== "web") yield violation("or else", { field: at });
    else yield violation("the label is taken for present here", { field: at, found: spec?.label });
    if (spec?.label !== undefined && spec.label.startsWith("w")) yield violation(`label ${spec.label}`, { field: at, found: spec.label });
    if (spec?.label === undefined || !spec.label.startsWith("w")) yield violation("no label, or another", { field: at });
    const label = spec?.label;
    const hasLabel = label !== undefined;
    if (hasLabel && label !== "" && label === spec?.label) yield violation(`has ${label}`, { field: at });
    if (spec?.inner?.deep === undefined) return;
    const { deep } = spec.inner;
    yield violation(`deep ${deep.value ?? "none"}`, { field: at, found: deep.list });
    if (deep.value === undefined) return;
    yield violation(deep.value, { field: at, found: deep.value.toUpperCase() });
    const both = deep.value === spec.name ? spec.name : deep.value;
    if (spec.size === undefined || spec.size < 5) return;
    yield violation(`${both} ${spec.size}`, { field: at, found: spec.size > 10 ? spec.size : undefined });
    for (const item of spec.items ?? []) {
      if (item.kind === undefined) continue;
      const word = item.kind === "small" ? "small" : item.kind;
      if (item.note !== undefined) yield violation(`${word} ${item.note}`, { field: field(item, "note") });
      if (item.ready === undefined) continue;
      yield violation(`${item.ready} ${item.ready ? "yes" : "no"}`, { field: field(item, "ready") });
    }
  },
});
