import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "negative-numbers",
  kind: "CaseNegativeNumbers",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const size = thing.spec?.size ?? -1;
    const flag = thing.spec?.flag === true;
    const numbers = thing.spec?.numbers ?? [];
    if (flag && -1 < size) yield violation("above -1", { field: at });
    if (flag && -1 >= size) yield violation("not above -1", { field: at });
    if (flag && -1 === size) yield violation("is -1", { field: at });
    if (!flag && numbers.includes(-1)) yield violation("one is -1", { field: at });
    if (!flag && !numbers.includes(-1)) yield violation("none is -1", { field: at });
    if (flag && -1 < 0 && 1 >= 1) yield violation("always", { field: at });
    if (numbers.filter((number) => -1 < number).length === 3) yield violation("three above -1", { field: at });
    if (numbers.every((number) => flag || -1 !== number)) yield violation("every", { field: at, found: -1, allowed: [-1, 0] });
    yield violation(`${-1} ${-0} ${size === -1 ? -2 : 2}`, { field: at });
  },
});
