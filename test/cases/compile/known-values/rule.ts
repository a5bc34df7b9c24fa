import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "known-values",
  kind: "CaseKnownValues",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const name = thing.spec?.name ?? "";
    const word = thing.spec?.on === true ? "on" : "off";
    const maybe: string | undefined = "known";
    const none = undefined;
    if (word === undefined) yield violation("never", { field: at });
    if (word !== undefined) yield violation("always", { field: at });
    if (name == null) yield violation("never", { field: at });
    if (maybe === undefined || maybe === name) yield violation("known", { field: at });
    if (word === none) yield violation("never", { field: at });
    if (thing.spec?.label === none) yield violation("no label", { field: at });
    if ((word ?? "x") === "on") yield violation("on", { field: at });
    if (sure(name) !== undefined) yield violation(`sure ${sure(name)}`, { field: at });
    if (isNull(name)) yield violation("never", { field: at });
    if (["a", "b"].includes("a") && [].length === 0) yield violation("lists", { field: at });
    if ([true, false].includes(thing.spec?.on ?? true)) yield violation("truths", { field: at });
    if ("a".startsWith("a") && !"a".includes("b") && /a/.test("a")) yield violation("texts", { field: at });
    if ((thing.spec?.flag ?? false) === (1 < 2)) yield violation("flag", { field: at });
  },
});

function sure(name: string): string {
  return name === "" ? "empty" : "not empty";
}

function isNull(text: string): boolean {
  if ((text as string | undefined) != null) return false;
  return text.includes("x");
}
