import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "absent-fields",
  kind: "CaseAbsentFields",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    if (thing.spec?.on !== true) yield violation("on is not true", { field: at });
    if (thing.spec?.on === false) yield violation("on is false", { field: at });
    if (thing.spec?.on !== false) yield violation("on is not false", { field: at });
    if (thing.spec?.label === spec?.other) yield violation("label and other are equal", { field: at });
    if (thing.spec?.label !== spec?.inner?.label) yield violation("label and inner label differ", { field: at });
    if (spec?.label === undefined) yield violation("no label", { field: at });
    if (spec?.label == null) yield violation("no label, by null", { field: at });
    if (spec?.size !== undefined) yield violation("a size", { field: at });
    if (null != spec?.size) yield violation("a size, by null", { field: at });
    if (undefined === spec) yield violation("no spec", { field: at });
    if (spec?.inner?.deep?.value === "web") yield violation("deep is web", { field: at });
    if (spec?.inner?.deep?.value !== "web") yield violation("deep is not web", { field: at });
    if (spec?.flag === false) yield violation("flag is false", { field: at });
    if (spec?.flag !== false) yield violation("flag is not false", { field: at });
    if (spec?.count === 0) yield violation("count is zero", { field: at });
    if (spec?.count !== 0) yield violation("count is not zero", { field: at });
    if (spec?.name === "") yield violation("name is empty", { field: at });
    if (spec?.name !== "") yield violation("name is not empty", { field: at });
    if (spec?.label !== "") yield violation("label is not empty", { field: at });
    if (spec?.size === 0) yield violation("size is zero", { field: at });
    if (spec?.size !== 0) yield violation("size is not zero", { field: at });
    if (!(spec?.on === true)) yield violation("not on", { field: at });
    if (!(spec?.label === spec?.other)) yield violation("label and other are not equal", { field: at });
    if (spec?.inner === undefined && spec?.items === undefined) yield violation("neither inner nor items", { field: at });
    if (thing.metadata?.labels?.app === spec?.label) yield violation("app and label are equal", { field: at });
  },
});
