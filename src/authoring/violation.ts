import type { AnyContainer } from "./containers.js";
import type { FieldPath } from "./field.js";

/** What a violation may show of a value: found in the object, or allowed by the parameters. */
export type Shown = string | number | boolean | readonly string[] | readonly number[];

/** Where a violation is, and what was seen there. At least the container or the field is given. */
export type Where = (
  | { readonly container: AnyContainer; readonly field?: FieldPath }
  | { readonly container?: undefined; readonly field: FieldPath }
) & {
  /** The value that is wrong. */
  readonly found?: Shown | undefined;
  /** What the parameters allow instead. */
  readonly allowed?: Shown | undefined;
};

/** What a check yields. Two violations that are equal count once; their order means nothing. */
export interface Violation {
  readonly message: string;
  readonly where: Where;
}

/**
 * States that the object violates the rule. The message is one line for the person whose object is refused: which
 * container, volume or field, what was found, what is allowed.
 */
export function violation(message: string, where: Where): Violation {
  return { message, where };
}
