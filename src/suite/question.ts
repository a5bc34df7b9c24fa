import type { Violation } from "../judge/violation.js";
import type { Json, JsonObject } from "../resources/json.js";
import type { Program } from "./programs.js";

/** One evaluation of a template: an object that its constraint matches. */
export interface Question {
  readonly program: Program;
  /** {review, parameters} */
  readonly input: Json;
  /** `data.inventory`; the same object for questions that share it. */
  readonly inventory: JsonObject;
}

/** Violations, or why there is no answer. */
export type Answer = { readonly violations: readonly Violation[] } | { readonly error: string };

export interface Answers {
  /** The answer that counts. */
  readonly answer: Answer;
  /** The compiled policy's own, where both were asked and it claims to be exact. */
  readonly compared?: Answer;
}
