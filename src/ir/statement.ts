import type { Expression } from "./expression.js";
import type { Local } from "./local.js";

export interface Bind {
  readonly kind: "bind";
  readonly local: Local;
  readonly value: Expression;
}

export interface Branch {
  readonly kind: "branch";
  readonly condition: Expression;
  readonly whenTrue: readonly Statement[];
  readonly whenFalse: readonly Statement[];
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
