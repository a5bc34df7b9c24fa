import { basename, dirname } from "node:path/posix";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { PlacedRule } from "./placed-rule.js";

/** What is generated is named for the rule, its source for the folder: who has one must find the other. */
export function nameIsFolder(rules: readonly PlacedRule[]): readonly Diagnostic[] {
  return rules.flatMap((rule) => {
    const folder = basename(dirname(rule.path));
    if (folder === rule.metadata.name) return [];
    return [diagnose("rule-name-not-folder", { name: rule.metadata.name, folder }, rule.nameAt)];
  });
}
