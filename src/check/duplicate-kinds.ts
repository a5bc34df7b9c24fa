import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { withEarlier } from "./earlier.js";
import type { PlacedRule } from "./placed-rule.js";

/** Gatekeeper names a template by its kind in lower case, so kinds that differ in case alone are one. */
export function duplicateKinds(rules: readonly PlacedRule[]): readonly Diagnostic[] {
  return withEarlier(rules, (rule) => rule.metadata.kind.toLowerCase()).map(([rule, other]) =>
    diagnose("rule-kind-duplicate", { kind: rule.metadata.kind, other: other.path }, rule.kindAt),
  );
}
