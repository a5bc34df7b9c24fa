import { Ajv, type DefinedError } from "ajv";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { JsonSchema } from "./parameter-json-schema.js";
import { faultOf, isParameters, schemaOf, stepsOf } from "./schema-fault.js";
import { structureDiagnostic } from "./structure-diagnostics.js";
import { describeNode } from "./value-text.js";
import { toJson, type YamlNode } from "./yaml-tree.js";

/** Says what of a document's shape the assignment schema refuses. */
export type StructureCheck = (root: YamlNode) => Diagnostic[];

/**
 * Compiles the schema of assignments once for many files. What ajv finds is told in our own words and places; what `assign`
 * judges itself (the meaning of texts, whether a rule is configured) is left out here.
 */
export function structureCheck(schema: JsonSchema): StructureCheck {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    ownProperties: true, // `constructor` is no key that a document has by nature
    strictTypes: false, // of branches (`if`): types are checked where they belong
    validateSchema: false, // ours is valid, a test says so
  });
  ajv.addVocabulary(["patternErrorMessage", "enumDescriptions"]);
  const validate = ajv.compile({ ...schema });
  return (root) => {
    const found = `holds ${describeNode(root)}`;
    if (root.kind !== "map") return [diagnose("assignment-not-a-mapping", { found }, root.at)];
    if (validate(toJson(root))) return [];
    // ajv's own type for what its built-in keywords report; there are no others here.
    const errors = ours((validate.errors ?? []) as DefinedError[]);
    return errors.flatMap((error) => structureDiagnostic(error, faultOf(error, root)));
  };
}

/** The errors to speak of: one that makes others at the same place, or all others, pointless stands alone. */
function ours(errors: readonly DefinedError[]): DefinedError[] {
  const foreign = errors.filter((error) => error.keyword === "const" && error.data !== null);
  if (foreign.length > 0) return foreign;
  const illTyped = new Set(errors.filter((error) => error.keyword === "type").map((error) => error.instancePath));
  return errors.filter(
    (error) => !isJudgedElsewhere(error) && (error.keyword === "type" || !illTyped.has(error.instancePath)),
  );
}

/** A required parameter that is absent makes a rule not configured; the meaning of a text has messages of its own. */
function isJudgedElsewhere(error: DefinedError): boolean {
  // The keyword `then`, not a parameter of that name.
  if (error.keyword === "if" || /(?<!\/properties)\/then\//.test(error.schemaPath)) return true;
  const steps = stepsOf(error);
  if (error.keyword === "required") return isParameters(steps) && steps.length === 4;
  return error.keyword === "pattern" && isParameters(steps) && schemaOf(error).patternErrorMessage !== undefined;
}
