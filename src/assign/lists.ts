import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { AssignableRule } from "./records.js";
import { describeNode } from "./value-text.js";
import { type Spot, spotOf, spotsIn, toJson, type YamlNode } from "./yaml-tree.js";

/** Items that stand twice in one list, anywhere in the document: no harm, and probably a slip of the hand. */
export function duplicateItems(root: YamlNode): Diagnostic[] {
  const document = spotOf(root, []);
  return document === undefined ? [] : [...spotsIn(document)].flatMap(duplicatesIn);
}

function duplicatesIn({ node, path }: Spot): Diagnostic[] {
  if (node.kind !== "list") return [];
  const first = new Map<string, YamlNode>();
  return node.items.flatMap((item) => {
    const value = JSON.stringify(toJson(item));
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, item);
    if (earlier === undefined || (item.kind === "scalar" && item.value === null)) return [];
    const holes = { path, item: describeNode(item), line: earlier.at.start.line };
    return [diagnose("assignment-duplicate-item", holes, item.at)];
  });
}

/** Globs that Gatekeeper accepts and that leave a rule nothing to look at but cluster-scoped objects. */
export function allExcluding(root: YamlNode, rules: readonly AssignableRule[]): Diagnostic[] {
  const owners = [["spec"], ...rules.map(({ metadata }) => ["spec", "rules", metadata.name])];
  const lists = owners.map((steps) => spotOf(root, [...steps, "excludedNamespaces"])?.node);
  return lists.flatMap((list) => {
    if (list?.kind !== "list") return [];
    return list.items.flatMap((item) =>
      item.kind === "scalar" && typeof item.value === "string" && /^\*{1,2}$/.test(item.value)
        ? [diagnose("assignment-excludes-everything", { glob: item.value }, item.at)]
        : [],
    );
  });
}
