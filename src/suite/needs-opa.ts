import type { ConstraintTemplate } from "../gatekeeper/template.js";
import { at } from "../resources/json.js";

/**
 * Whether a template's messages may depend on what OPA's WebAssembly does differently from OPA: the order of a set's
 * members made into a text, and arithmetic on fractions. Such a template is asked in OPA itself. Judged by the text, so
 * a template may be asked there without need; Gatewright's own rules never do either, and say who made them.
 */
export function needsOpa({ resource, rego }: ConstraintTemplate): boolean {
  if (at(resource.object, "metadata", "annotations", "gatewright.dev/rule") !== undefined) return false;
  return [rego.module, ...rego.libraries].some(({ text }) => sensitive.test(text.replace(/#.*/g, "")));
}

const sensitive =
  /\b(?:concat|json\.marshal\w*|yaml\.marshal|urlquery\.encode_object|to_number|units\.parse\w*|round|ceil|floor)\s*\(|[\w)\]]\s*\/\s*[\w(]/;
