import type { DefinedError } from "ajv";
import { invariant } from "../ir/invariant.js";
import type { JsonSchema } from "./parameter-json-schema.js";
import { type Spot, type Steps, spotOf, type YamlNode } from "./yaml-tree.js";

/** Where a schema refuses a document, and which part of the schema it is. */
export interface Fault {
  readonly steps: Steps;
  readonly spot: Spot;
  readonly schema: JsonSchema;
}

export function faultOf(error: DefinedError, root: YamlNode): Fault {
  const steps = stepsOf(error);
  const spot = spotOf(root, steps);
  invariant(spot !== undefined, `ajv found ${error.instancePath}, which is not in the document`);
  return { steps, spot, schema: schemaOf(error) };
}

/** A JSON pointer's steps. */
export function stepsOf(error: DefinedError): string[] {
  const steps = error.instancePath.split("/").slice(1);
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function isRules(steps: Steps): boolean {
  return steps.length === 2 && steps[0] === "spec" && steps[1] === "rules";
}

/** `spec.rules.<rule>.parameters`, or below. */
export function isParameters(steps: Steps): boolean {
  return steps[0] === "spec" && steps[1] === "rules" && steps[3] === "parameters";
}

/** `verbose` adds the schema that holds the keyword, and that is a part of the one we made. */
export function schemaOf(error: DefinedError): JsonSchema {
  return (error.parentSchema ?? {}) as JsonSchema;
}
