import type { ValueType } from "./value-type.js";

/** A name that the author bound: a constant, an element of an iteration, a parameter of a helper. */
export interface Local {
  /** Unique in the rule. */
  readonly id: number;
  readonly name: string;
  readonly type: ValueType;
}
