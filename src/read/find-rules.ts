import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Absolute paths of the rule modules of a project, `<rules>/<name>/rule.ts`, sorted by name. */
export function findRules(root: string, rules: string): readonly string[] {
  const folder = path.join(root, rules);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name, "rule.ts"))
    .filter((file) => existsSync(file))
    .sort();
}
