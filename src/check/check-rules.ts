import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { duplicateKinds } from "./duplicate-kinds.js";
import { duplicateNames } from "./duplicate-names.js";
import { nameIsFolder } from "./name-is-folder.js";
import type { PlacedRule } from "./placed-rule.js";

/** What can only be seen of all rules together, or of a rule as a whole. One check a file. */
export function checkRules(rules: readonly PlacedRule[]): readonly Diagnostic[] {
  return [duplicateNames, duplicateKinds, nameIsFolder].flatMap((check) => check(rules));
}
