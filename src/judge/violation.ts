import { at, isList, isObject, type Json } from "../resources/json.js";

/** One member of a template's `violation` set, as Gatekeeper's hook takes it. */
export interface Violation {
  readonly message: string;
  /** {} when the policy gave none. */
  readonly details: Json;
}

/**
 * The violations in the value of a template's `violation` rule. A member without `msg` is none, equal ones are one, and
 * they come in the order of message and details (Gatekeeper promises none). A `msg` that is no text is an error, as in
 * Gatekeeper's driver.
 */
export function violationsOf(result: Json | undefined): readonly Violation[] | { readonly error: string } {
  const found = new Map<string, Violation>();
  for (const member of isList(result) ? result : []) {
    const message = at(member, "msg");
    if (message === undefined) continue;
    if (typeof message !== "string") return { error: `a violation's msg is no text but ${JSON.stringify(message)}` };
    const details = at(member, "details") ?? {};
    found.set(canonicalText([message, details]), { message, details });
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, violation]) => violation);
}

/** JSON with sorted keys: equal values have equal texts. */
export function canonicalText(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(",")}}`;
}
