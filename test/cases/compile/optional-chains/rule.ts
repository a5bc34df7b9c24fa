import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "optional-chains",
  kind: "CaseOptionalChains",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    const tags = spec?.tags;
    if (spec?.tags?.includes("a") ?? true) yield violation("includes a or absent", { field: at });
    if (spec?.tags?.includes("a") ?? false) yield violation("includes a", { field: at });
    if (spec?.tags?.includes("a") === true) yield violation("includes a, by true", { field: at });
    if (spec?.tags?.includes("a") === false) yield violation("does not include a", { field: at });
    if (spec?.tags?.includes("a") !== true) yield violation("not includes a", { field: at });
    if (spec?.tags?.includes("a") === undefined) yield violation("no tags", { field: at });
    if (spec?.names.includes("a") ?? true) yield violation("names include a or absent", { field: at });
    if (spec?.names.length === 0) yield violation("names are empty", { field: at });
    if (spec?.names.length === undefined) yield violation("no names", { field: at });
    if (spec?.tags?.length === 0) yield violation("tags are empty", { field: at });
    if (spec?.tags?.length !== 0) yield violation("tags are not empty", { field: at });
    if ((spec?.tags?.length ?? 0) === 0) yield violation("no tags or empty", { field: at });
    if ((spec?.tags?.length ?? 1) > 0) yield violation("no tags or not empty", { field: at });
    if (spec?.items?.some((item) => item.ready === true) ?? true) yield violation("some ready or absent", { field: at });
    if (spec?.items?.every((item) => item.ready === true) ?? false) yield violation("every ready, present", { field: at });
    if (spec?.items?.every((item) => item.ready === true) ?? true) yield violation("every ready", { field: at });
    if (!(spec?.items?.some((item) => item.ready === true) ?? false)) yield violation("none ready", { field: at });
    if (spec?.label?.startsWith("w") ?? true) yield violation("starts with w or absent", { field: at });
    if (spec?.label?.startsWith("") ?? false) yield violation("a label", { field: at });
    if (spec?.label?.toUpperCase() === "WEB") yield violation("upper", { field: at });
    if (spec?.label?.toUpperCase().startsWith("W") === undefined) yield violation("no label", { field: at });
    if (spec?.inner?.deep?.list?.includes("a") ?? false) yield violation("deep list", { field: at });
    if (spec?.tags?.filter((tag) => tag !== "a").length === 2) yield violation("two others", { field: at });
    if ((tags?.length ?? 0) > 2) yield violation("many tags", { field: at });
    if (tags?.some((tag) => tag === "deep") ?? false) yield violation("deep tag", { field: at });
    const starts = spec?.label?.startsWith("w");
    const shout = spec?.label?.toUpperCase() ?? "none";
    const joined = spec?.tags?.join("+");
    const others = spec?.tags?.filter((tag) => tag !== "a") ?? ["absent"];
    if (starts === undefined) yield violation("starts unknown", { field: at });
    if (starts === false) yield violation("starts with another", { field: at });
    yield violation(shout, { field: at, found: joined, allowed: others });
    for (const other of spec?.tags?.filter((tag) => tag !== "a") ?? []) yield violation(`other ${other}`, { field: at });
    for (const item of spec?.items?.filter((each) => each.weight > 1) ?? []) yield violation(`heavy ${item.name}`, { field: at });
  },
});
