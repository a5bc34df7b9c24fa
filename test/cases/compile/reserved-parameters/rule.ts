import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "reserved-parameters",
  kind: "CaseReservedParameters",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check(input) {
    const spec = input.object.spec;
    const parameters = spec?.name ?? "none";
    yield violation(`${parameters} ${named(input.object.metadata?.name ?? "")}`, { field: field(input.object, "spec", "name") });
    for (const item of input.object.spec?.items ?? []) yield violation(item.name, { field: field(item, "name") });
  },
});

function named(parameters: string): string {
  return parameters === "" ? "nameless" : parameters;
}
