/**
 * What a value may be, as far as the back ends must know. "scalar" is text or number (quantities, IntOrString).
 * An object is read through its type: what does not fit its kind counts as absent (docs/language.md, "Meaning").
 */
export type ValueKind = "string" | "number" | "boolean" | "scalar" | "array" | "object" | "unknown";

export interface ValueType {
  readonly kind: ValueKind;
  /** Of an array. */
  readonly element?: ValueType;
  /** The value may be absent (undefined or null, which are one in the language). */
  readonly optional: boolean;
}

export function required(kind: ValueKind, element?: ValueType): ValueType {
  return element === undefined ? { kind, optional: false } : { kind, element, optional: false };
}

export const booleanType = required("boolean");
export const stringType = required("string");
export const numberType = required("number");
