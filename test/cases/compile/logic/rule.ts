import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "logic",
  kind: "CaseLogic",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    const a = spec?.flag === true;
    const b = spec?.on === true;
    const c = spec?.label === "web";
    const d = (spec?.size ?? 0) > 2;
    if (a && b) yield violation("a && b", { field: at });
    if (a || b) yield violation("a || b", { field: at });
    if (!(a && b)) yield violation("!(a && b)", { field: at });
    if (!(a || b)) yield violation("!(a || b)", { field: at });
    if (!a && !b) yield violation("!a && !b", { field: at });
    if (!a || !b) yield violation("!a || !b", { field: at });
    if ((a || b) && (c || d)) yield violation("(a || b) && (c || d)", { field: at });
    if ((a && b) || (c && d)) yield violation("(a && b) || (c && d)", { field: at });
    if (!((a && b) || (c && d))) yield violation("!((a && b) || (c && d))", { field: at });
    if (!((a || b) && (c || d))) yield violation("!((a || b) && (c || d))", { field: at });
    if (!(a && !(b || !c))) yield violation("!(a && !(b || !c))", { field: at });
    if (!!a) yield violation("!!a", { field: at });
    if (a === b) yield violation("a === b", { field: at });
    if (a !== b) yield violation("a !== b", { field: at });
    if ((a && b) === (c || d)) yield violation("(a && b) === (c || d)", { field: at });
    if (!(a === (b || c))) yield violation("!(a === (b || c))", { field: at });
    if ((a || b || c || d) && (a || !b) && (c || !d) && (a || c)) yield violation("many", { field: at });
    if ((a && b) === true) yield violation("=== true", { field: at });
    if ((a || b) === false) yield violation("=== false", { field: at });
    if (a && (b || (c && (d || !a)))) yield violation("nested", { field: at });
    yield violation("values", { field: at, found: a && (b || c), allowed: !(a || d) });
    yield violation(`${a} ${!b} ${a || c} ${a === c}`, { field: at });
  },
});
