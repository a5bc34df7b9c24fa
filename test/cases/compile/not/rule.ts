import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "not",
  kind: "CaseNot",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: { spec } }) {
    if (spec?.on === true) yield violation("on", { field: field(spec, "on") });
  },
});
