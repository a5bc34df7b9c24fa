import type { SchemaNode, TextMeaning } from "../ir/parameter-schema.js";
import type { AssignableRule } from "./records.js";
import { entryOf, type Spot, spotOf, type YamlNode } from "./yaml-tree.js";

/** A text that is given for a parameter, or inside of one, and means more than its type says. */
export interface MeaningfulText {
  readonly meaning: TextMeaning;
  readonly text: string;
  readonly spot: Spot;
}

/** All of a document's, wherever document and schema agree on the shape. */
export function parameterTexts(root: YamlNode, rules: readonly AssignableRule[]): MeaningfulText[] {
  return rules.flatMap(({ metadata, parameters }) => {
    const steps = ["spec", "rules", metadata.name, "parameters"];
    return textsIn(root, steps, parameters.root);
  });
}

function textsIn(root: YamlNode, steps: readonly (string | number)[], schema: SchemaNode): MeaningfulText[] {
  const spot = spotOf(root, steps);
  const node = spot?.node;
  if (spot === undefined || node === undefined) return [];
  const inside = (step: string | number, member: SchemaNode) => textsIn(root, [...steps, step], member);
  switch (schema.type) {
    case "string":
      if (schema.meaning === undefined || node.kind !== "scalar" || typeof node.value !== "string") return [];
      return [{ meaning: schema.meaning, text: node.value, spot }];
    case "array":
      return node.kind === "list" ? node.items.flatMap((_, index) => inside(index, schema.items)) : [];
    case "object":
      return Object.entries(schema.properties).flatMap(([key, member]) =>
        entryOf(node, key) === undefined ? [] : inside(key, member),
      );
    case "map":
      return node.kind === "map" ? node.entries.flatMap(({ key }) => inside(key.value, schema.values)) : [];
    default:
      return [];
  }
}
