import { joinPath, pathOf } from "./paths.js";

declare const fieldPathBrand: unique symbol;

/** The path of a field from the reviewed object's root, as Kubernetes prints it: "spec.containers[0].image". */
export type FieldPath = string & { readonly [fieldPathBrand]: true };

type Key<T> = T extends readonly unknown[] ? never : string & keyof T;
type At<T, K extends Key<NonNullable<T>>> = NonNullable<NonNullable<T>[K & keyof NonNullable<T>]>;

/**
 * The path of a field, whether the object has it or not: `field(container, "securityContext", "privileged")` is
 * "spec.containers[0].securityContext.privileged". `from` is the reviewed object or an element of it (from
 * `containers()`, `for...of`, `filter`); the keys are checked against its type.
 */
export function field<T extends object>(from: T): FieldPath;
export function field<T extends object, A extends Key<T>>(from: T, a: A): FieldPath;
export function field<T extends object, A extends Key<T>, B extends Key<At<T, A>>>(from: T, a: A, b: B): FieldPath;
export function field<T extends object, A extends Key<T>, B extends Key<At<T, A>>, C extends Key<At<At<T, A>, B>>>(
  from: T,
  a: A,
  b: B,
  c: C,
): FieldPath;
export function field<
  T extends object,
  A extends Key<T>,
  B extends Key<At<T, A>>,
  C extends Key<At<At<T, A>, B>>,
  D extends Key<At<At<At<T, A>, B>, C>>,
>(from: T, a: A, b: B, c: C, d: D): FieldPath;
export function field(from: object, ...keys: readonly string[]): FieldPath {
  // The brand exists in types alone: a path is its text.
  return [pathOf(from), ...keys].reduce(joinPath) as FieldPath;
}
