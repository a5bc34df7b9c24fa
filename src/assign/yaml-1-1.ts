import { parseDocument } from "yaml";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { spotOf, spotsIn, type YamlNode, type YamlScalar } from "./yaml-tree.js";

/**
 * Unquoted scalars that YAML 1.1 takes for something else: `yes` and `on`, `017`, `1_000`, `12:30`, `2024-01-31`. We mean
 * what YAML 1.2 says, but Kubernetes' own tools and many editors read 1.1, and so may whoever reviews the file.
 */
export function yaml11Warnings(root: YamlNode): Diagnostic[] {
  const document = spotOf(root, []);
  if (document === undefined) return [];
  return [...spotsIn(document)].flatMap(({ node }) => {
    if (node.kind === "scalar") return warning(node);
    return node.kind === "map" ? node.entries.flatMap(({ key }) => warning(key)) : [];
  });
}

function warning(scalar: YamlScalar): Diagnostic[] {
  if (!scalar.plain || scalar.source === "") return [];
  const elsewhere = readAs11(scalar.source);
  if (elsewhere === scalar.value) return [];
  const advice =
    typeof scalar.value === "string"
      ? `Quote it if text is meant: "${scalar.source}".`
      : `Write ${String(scalar.value)}, or quote it if text is meant.`;
  const holes = { text: scalar.source, here: describe(scalar.value), elsewhere: describe(elsewhere), advice };
  return [diagnose("assignment-yaml-1-1", holes, scalar.at)];
}

function readAs11(source: string): unknown {
  return parseDocument(source, { version: "1.1", logLevel: "silent" }).toJS();
}

function describe(value: unknown): string {
  if (typeof value === "string") return `the text "${value}"`;
  if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${value}`;
  return value instanceof Date ? "a date" : "something else";
}
