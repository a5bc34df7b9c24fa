import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { withEarlier } from "./earlier.js";
import type { PlacedRule } from "./placed-rule.js";

/** A rule is found by its name: in assignments, in generated/, in reports. */
export function duplicateNames(rules: readonly PlacedRule[]): readonly Diagnostic[] {
  return withEarlier(rules, (rule) => rule.metadata.name).map(([rule, other]) =>
    diagnose("rule-name-duplicate", { name: rule.metadata.name, other: other.path }, rule.nameAt),
  );
}
