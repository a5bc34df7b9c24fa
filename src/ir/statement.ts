import type { Expression } from "./expression.js";
import type { ValueType } from "./value-type.js";

/** A name that the author bound: a constant, an element of an iteration, a parameter of a helper. */
export interface Local {
  /** Unique in the rule. */
  readonly id: number;
  readonly name: string;
  readonly type: ValueType;
}

export interface Bind {
  readonly kind: "bind";
  readonly local: Local;
  readonly value: Expression;
}

export interface Branch {
  readonly kind: "branch";
  readonly condition: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `for (const element of source)`. */
export interface Each {
  readonly kind: "each";
  readonly element: Local;
  readonly source: Expression;
  readonly body: readonly Statement[];
}

/** `yield violation(message, where)`. */
export interface Report {
  readonly kind: "report";
  readonly message: Expression;
  readonly container?: Expression;
  readonly field?: Expression;
  readonly found?: Expression;
  readonly allowed?: Expression;
  /** Line of the `yield`, from 1. */
  readonly line: number;
}

/** `continue`: nothing after it runs for this element. */
export interface Next {
  readonly kind: "next";
}

/** `return`, in a helper with its value. */
export interface Leave {
  readonly kind: "leave";
  readonly value?: Expression;
}

export type Statement = Bind | Branch | Each | Report | Next | Leave;
