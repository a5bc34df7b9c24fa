import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "records",
  kind: "CaseRecords",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    if (spec === undefined) return;
    const rows = [
      { key: "label", value: spec.label, part: spec.inner, many: spec.tags ?? [] },
      { key: "other", value: spec.other, part: undefined, many: ["x"] },
    ];
    for (const { key, value, part, many } of rows) {
      yield violation(`${key} ${value ?? "none"} ${part?.name ?? "no part"}`, { field: field(thing, "spec"), found: many });
      if (part !== undefined && part.label === value) yield violation(`${key} same`, { field: at });
      if (many.includes(spec.name)) yield violation(`${key} among many`, { field: at });
    }
    for (const item of [spec.inner, { name: "written" }]) yield violation(item?.name ?? "", { field: at });
    for (const each of [spec.items ?? [], []]) yield violation(`list ${each.length}`, { field: at });
    for (const item of [spec.inner ?? { name: "fallback", label: "x" }]) yield violation(`${item.name} ${item.label ?? ""}`, { field: at });
    const mapped = (spec.items ?? []).map((item) => ({ title: item.name, heavy: item.weight > 1, parts: item.parts ?? [], note: item.note }));
    for (const { title, heavy, parts, note } of mapped) yield violation(`${title} ${heavy} ${parts.length}`, { field: at, found: note });
    if (mapped.some((each) => each.heavy && each.note === undefined)) yield violation("heavy without a note", { field: at });
    const one = { name: spec.name, nested: { tags: spec.tags ?? [], size: spec.size } };
    yield violation(`${one.name} ${one.nested.tags.join(" ")} ${one.nested.size ?? "none"}`, { field: at });
    yield violation(show({ text: one.name, size: one.nested.size }), { field: at });
  },
});

function show({ text, size }: { text: string; size: number | undefined }): string {
  return `${text}: ${size ?? "unsized"}`;
}
