import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

const limits: Record<string, number> = { a: 1, b: 12 };
const names = { first: "x", "second-one": "y" } as const;

export default defineRule()({
  name: "keys",
  kind: "CaseKeys",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "metadata", "labels");
    const labels = thing.metadata?.labels;
    const key = thing.spec?.label ?? "app";
    if (labels?.app !== undefined) yield violation(`app ${labels.app}`, { field: field(thing, "metadata", "labels", "app") });
    if (labels?.["app"] === "web") yield violation("app is web", { field: at });
    if (labels?.["example.com/x"] === undefined) yield violation("no x", { field: field(thing, "metadata", "labels", "example.com/x") });
    if (labels?.[key] === undefined) yield violation(`no ${key}`, { field: field(thing, "metadata", "labels", key) });
    if (labels?.[`${key}r`] === "front") yield violation("tier", { field: at });
    for (const name of thing.spec?.names ?? []) {
      const value = labels?.[name];
      if (value === undefined) yield violation(`no label ${name}`, { field: field(thing, "metadata", "labels", name) });
      else yield violation(`label ${name} is ${value}`, { field: field(thing, "metadata", "labels", name), found: value });
      if ((thing.metadata?.annotations?.[name] ?? "none") === "other") yield violation(`annotation ${name}`, { field: at });
    }
    if (["app", "tier"].every((name) => labels?.[name] !== undefined)) yield violation("both", { field: at });
    if ((thing.spec?.tags ?? []).some((tag) => limits[tag] === thing.spec?.size)) yield violation("limit", { field: at });
    yield violation(`${limits.a ?? 0} ${limits["b"] ?? 0} ${names.first} ${names["second-one"]}`, { field: at, found: limits[key] });
  },
});
