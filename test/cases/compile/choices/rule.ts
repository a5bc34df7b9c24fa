import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "choices",
  kind: "CaseChoices",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    const word = spec?.on === true ? "on" : spec?.on === false ? "off" : "unset";
    const size = spec?.size !== undefined && spec.size > 5 ? spec.size : 5;
    const maybe = spec?.flag === true ? spec.label : undefined;
    const list = spec?.tags !== undefined ? spec.tags : (spec?.names ?? []);
    const inner = spec?.flag === true ? spec.inner : undefined;
    const port = spec?.flag === true ? (spec.port ?? 0) : "closed";
    const big = (spec?.size ?? 0) > 5 ? true : (spec?.limit ?? 0) > 5;
    yield violation(`${word} ${size} ${port} ${big}`, { field: at, found: maybe });
    if (maybe === undefined) yield violation("maybe not", { field: at });
    if (inner?.label === "web") yield violation("inner is web", { field: at });
    if (inner?.label !== "web") yield violation("inner is not web", { field: at });
    if (spec?.flag === true ? spec.on === true : spec?.label === undefined) yield violation("chosen", { field: at });
    if (!(spec?.flag === true ? spec.on === true : spec?.label === undefined)) yield violation("not chosen", { field: at });
    for (const each of list) yield violation(`each ${each}`, { field: at });
    for (const each of spec?.flag === true ? ["flag", spec.name] : ["no flag"]) yield violation(each, { field: at });
    yield violation(spec?.flag === true ? "flagged" : "plain", { field: at, found: big ? word : size });
  },
});
