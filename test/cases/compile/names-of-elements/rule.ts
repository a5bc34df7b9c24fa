import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "names-of-elements",
  kind: "CaseNamesOfElements",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: data }) {
    for (const input of data.spec?.items ?? []) {
      for (const violation_ of input.parts ?? []) {
        yield violation(with_(violation_.id, { text: input.name }), { field: field(violation_, "id") });
      }
      if ((input.tags ?? []).some((msg) => (data.spec?.tags ?? []).some((details) => msg === details))) {
        yield violation(`some ${input.name}`, { field: field(input, "tags") });
      }
      if (every([input.name], (data.spec?.tags ?? []).filter((not) => not !== "").map((in_) => in_))) {
        yield violation(`every ${input.name}`, { field: field(input) });
      }
    }
    for (const applies of data.spec?.tags ?? []) {
      const value = applies === "a" || applies === "b" ? "a or b" : contains(applies) ? "contains" : "other";
      const listOf = applies === "c" ? "c" : "not c";
      const list = listOf === "c" ? ["c"] : [];
      yield violation(`${applies}: ${value}, ${listOf}`, { field: field(data, "spec", "tags"), found: list });
    }
  },
});

function with_(default_: string, { text: input }: { text: string }): string {
  const package_ = default_ === "" ? "empty" : default_;
  return `${package_} of ${input}`;
}

function every(some: string[], every: string[]): boolean {
  return some.every((some) => every.includes(some));
}

function contains(contains: string): boolean {
  const data = contains === "deep" || contains === "db";
  return data;
}
