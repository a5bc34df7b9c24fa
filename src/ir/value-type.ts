/**
 * What a value may be, as far as the back ends must know. "scalar" is text or number (quantities, IntOrString).
 * An object is read through its type: what does not fit its kind counts as absent (docs/language.md, "Meaning").
 */
export type ValueKind = "string" | "number" | "boolean" | "scalar" | "array" | "object" | "unknown";

export interface ValueType {
  readonly kind: ValueKind;
  /** Of an array; absent where nothing is known of its elements, as in `[]`. */
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

/** What a value may be that is either of two. */
export function eitherType(left: ValueType, right: ValueType): ValueType {
  const kind = eitherKind(left.kind, right.kind);
  const optional = left.optional || right.optional;
  const element = kind === "array" ? eitherElement(left.element, right.element) : undefined;
  return element === undefined ? { kind, optional } : { kind, element, optional };
}

function eitherElement(left: ValueType | undefined, right: ValueType | undefined): ValueType | undefined {
  return left === undefined || right === undefined ? (left ?? right) : eitherType(left, right);
}

const textOrNumber: readonly ValueKind[] = ["string", "number", "scalar"];

function eitherKind(left: ValueKind, right: ValueKind): ValueKind {
  if (left === right) return left;
  return textOrNumber.includes(left) && textOrNumber.includes(right) ? "scalar" : "unknown";
}
