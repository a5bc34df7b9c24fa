import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "texts",
  kind: "CaseTexts",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const name = thing.spec?.name ?? "";
    const label = thing.spec?.label ?? "";
    yield violation(`100% of "${name}" and '${label}' \\ %s %d %% \`x\` \n\t${name}%`, { field: at });
    yield violation(`日本語 😀 é \u200b \u2028 ${name} \ufeff`, { field: at, found: "é\u0000\u001f\u007f" });
    yield violation(`${name}`, { field: at });
    yield violation(`${name}${label}`, { field: at });
    yield violation(`only text`, { field: at });
    yield violation("", { field: at });
    if (name.startsWith("w")) yield violation("starts with w", { field: at });
    if (name.startsWith(label)) yield violation("starts with label", { field: at });
    if (!name.endsWith("b")) yield violation("does not end with b", { field: at });
    if (name.includes("e")) yield violation("includes e", { field: at });
    if (name.includes("")) yield violation("includes nothing", { field: at });
    if (!label.includes(name)) yield violation("label does not include name", { field: at });
    yield violation(`parts ${name.split("e").join("|")} of ${label.split("ab").length}`, { field: at });
    if (label.split("/").some((part) => part === "..")) yield violation("climbs", { field: at });
    yield violation(`upper ${name.toUpperCase()} lower ${label.toLowerCase()} trim <${label.trim()}>`, { field: at });
    yield violation(`slice ${name.slice(0)} ${name.slice(1)} ${label.slice(4)} ${label.slice("prefix-".length)}`, { field: at });
    if (label.trim().toLowerCase().startsWith("db")) yield violation("chained", { field: at });
    if ((thing.spec?.tags ?? []).map((tag) => tag.toUpperCase()).includes("A")) yield violation("mapped upper", { field: at });
  },
});
