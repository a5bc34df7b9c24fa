import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "fallbacks",
  kind: "CaseFallbacks",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    const label = spec?.label ?? "none";
    const size = spec?.size ?? -1;
    const on = spec?.on ?? true;
    const tags = spec?.tags ?? [];
    const labels = thing.metadata?.labels ?? {};
    const inner: { label?: string } = spec?.inner ?? {};
    const mixed = spec?.size ?? "no size";
    const first = spec?.label ?? spec?.other ?? spec?.inner?.label ?? "nothing";
    const maybe = spec?.other ?? spec?.inner?.deep?.value;
    const either = spec?.inner?.deep?.list ?? spec?.tags ?? [];
    const listed = spec?.tags ?? ["by", "default"];
    const port = spec?.port ?? "none";
    const any = spec?.size ?? spec?.limit;
    const flag = spec?.on ?? spec?.flag ?? false;
    const required = spec?.name ?? "no name";
    yield violation(`label ${label}, size ${size}, on ${on}, mixed ${mixed}, first ${first}`, { field: at, found: tags });
    yield violation(`port ${port}, flag ${flag}, required ${required}`, { field: at, found: listed });
    if (maybe === undefined) yield violation("neither", { field: at });
    if (maybe !== undefined) yield violation(`maybe ${maybe}`, { field: at, found: maybe });
    if (any !== undefined && any > 5) yield violation(`any ${any}`, { field: at });
    if (labels.app === "web") yield violation("app is web", { field: at });
    if ((inner.label ?? "x") === "x") yield violation("inner label is x", { field: at });
    if ((spec?.on ?? true) && !(spec?.flag ?? true)) yield violation("on without flag", { field: at });
    if (!(spec?.on ?? false)) yield violation("off", { field: at });
    if ((spec?.label ?? undefined) === undefined) yield violation("label ?? undefined", { field: at });
    if ((spec?.limit ?? 0) >= (spec?.size ?? 0)) yield violation("limit is not below size", { field: at });
    for (const tag of spec?.tags ?? spec?.names ?? []) yield violation(`tag ${tag}`, { field: at });
    for (const value of either) yield violation(`either ${value}`, { field: at });
    yield violation("maybe", { field: at, found: maybe, allowed: any });
  },
});
