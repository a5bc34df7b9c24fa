import type { DefinedError } from "ajv";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { invariant } from "../ir/invariant.js";
import { longestConstraintName } from "./json-schema.js";
import { nameAdvice } from "./name-advice.js";
import type { JsonSchema } from "./parameter-json-schema.js";
import { apiVersion, kind } from "./records.js";
import { type Fault, isParameters, isRules } from "./schema-fault.js";
import { bounds, expectedOf, keysOf, listOf, memberSchema } from "./schema-text.js";
import { describeNode, valueAdvice } from "./value-text.js";
import { entryOf, memberPath, type Spot, type YamlNode } from "./yaml-tree.js";

/** What ajv found, in our own words and at its place in the text. */
export function structureDiagnostic(error: DefinedError, fault: Fault): Diagnostic[] {
  const { spot, schema } = fault;
  const { path, at, node } = spot;
  const found = describeNode(node);
  if (node.kind === "scalar" && node.value === null && error.keyword !== "additionalProperties") {
    return [diagnose("assignment-no-value", { path, expected: expectedOf(schema) }, at)];
  }
  switch (error.keyword) {
    case "additionalProperties":
      return [unknownKey(error.params.additionalProperty, fault)];
    case "required":
      return [missingKey(error.params.missingProperty, fault)];
    case "const":
      return [foreignDocument(fault)];
    case "type": {
      const advice = valueAdvice(schema, node);
      return [diagnose("assignment-wrong-type", { path, expected: expectedOf(schema), found, advice }, at)];
    }
    case "enum":
      return [notAllowed(fault)];
    case "pattern":
      return [misfit(String(error.params.pattern), fault)];
    case "minimum":
    case "maximum":
      return [
        diagnose("assignment-out-of-range", { path, found, allowed: bounds(schema.minimum, schema.maximum) }, at),
      ];
    case "minItems":
    case "maxItems": {
      const holes = { path, found: count(node, "item"), allowed: bounds(schema.minItems, schema.maxItems) };
      return [diagnose("assignment-wrong-size", holes, at)];
    }
    case "minLength":
    case "maxLength":
      return [wrongLength(fault)];
    default:
      invariant(false, `the schema of assignments has no keyword ${error.keyword}`);
  }
}

function unknownKey(key: string, { steps, spot, schema }: Fault): Diagnostic {
  const at = entryOf(spot.node, key)?.key.at ?? spot.at;
  const advice = nameAdvice(key, keysOf(schema.properties));
  if (isRules(steps)) return diagnose("assignment-unknown-rule", { rule: key, advice }, at);
  if (isParameters(steps) && steps.length === 4) {
    return diagnose("assignment-unknown-parameter", { rule: String(steps[2]), parameter: key, advice }, at);
  }
  return diagnose(
    "assignment-unknown-key",
    { parent: spot.path === "" ? "An assignment" : spot.path, key, advice },
    at,
  );
}

function missingKey(key: string, { spot, schema }: Fault): Diagnostic {
  const path = memberPath(spot.path, key);
  return diagnose("assignment-missing-key", { path, advice: missingAdvice(path, memberSchema(schema, key)) }, spot.at);
}

function missingAdvice(path: string, schema: JsonSchema): string {
  if (path === "metadata" || path === "metadata.name") {
    return "Name the assignment as its file is named: metadata: { name: <file name without .yaml> }.";
  }
  return schema.const === undefined ? `Give it ${expectedOf(schema)}.` : `Write ${path}: ${schema.const}.`;
}

function foreignDocument({ steps, spot }: Fault): Diagnostic {
  const found = describeNode(spot.node);
  return steps[0] === "kind"
    ? diagnose("assignment-unknown-kind", { found, expected: kind }, spot.at)
    : diagnose("assignment-unknown-version", { found, expected: apiVersion }, spot.at);
}

function notAllowed({ steps, spot, schema }: Fault): Diagnostic {
  const { node, path, at } = spot;
  const written = node.kind === "scalar" ? String(node.value) : "";
  const allowed = listOf(schema.enum);
  const advice = allowed.every((value) => typeof value === "string")
    ? nameAdvice(written, allowed)
    : `Allowed: ${allowed.join(", ")}.`;
  if (!isParameters(steps) && node.kind === "scalar") {
    return diagnose("assignment-unknown-effect", { path, effect: written, advice }, at);
  }
  return diagnose("assignment-not-allowed", { path, found: describeNode(node), advice }, at);
}

function misfit(pattern: string, { steps, spot }: Fault): Diagnostic {
  const { node, path, at } = spot;
  const text = node.kind === "scalar" ? String(node.value) : "";
  if (isParameters(steps)) return diagnose("assignment-pattern", { path, text, pattern }, at);
  return steps[0] === "metadata"
    ? diagnose("assignment-illegal-name", { name: text }, at)
    : illegalNamespace(text, pattern, spot);
}

function illegalNamespace(glob: string, pattern: string, { at }: Spot): Diagnostic {
  const lower = glob.toLowerCase();
  const advice = new RegExp(pattern).test(lower)
    ? `Namespaces are lower-case: write "${lower}".`
    : 'Use lower-case letters, digits and "-", with "*" at the beginning or the end for a glob, such as "team-*" or "*-system".';
  return diagnose("assignment-illegal-namespace", { glob, advice }, at);
}

function wrongLength({ steps, spot, schema }: Fault): Diagnostic {
  const { node, path, at } = spot;
  const text = node.kind === "scalar" ? String(node.value) : "";
  if (isParameters(steps)) {
    const holes = { path, found: count(node, "character"), allowed: bounds(schema.minLength, schema.maxLength) };
    return diagnose("assignment-wrong-size", holes, at);
  }
  if (steps[0] !== "metadata") {
    return diagnose(
      "assignment-illegal-namespace",
      { glob: text, advice: "Name a namespace, or remove the item." },
      at,
    );
  }
  const holes = { name: text, allowed: Number(schema.maxLength), limit: longestConstraintName };
  return diagnose("assignment-name-too-long", holes, at);
}

/** Characters are code points, as in the API server. */
function count(node: YamlNode, unit: string): string {
  const size = node.kind === "list" ? node.items.length : node.kind === "scalar" ? [...String(node.value)].length : 0;
  return `${size} ${unit}${size === 1 ? "" : "s"}`;
}
