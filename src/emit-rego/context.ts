import type { Expression } from "../ir/expression.js";
import type { CallTerm, Clause, Literal, Rule, Term, Var } from "./ast.js";
import type { Scope } from "./scope.js";

/**
 * What the translators share. Each is handed the others' work through this record, so that none imports another.
 *
 * `term` is total: it yields a defined Rego value for every input, null where TypeScript has undefined. `holds` and
 * `fails` are conjunctions that are satisfied when the condition is true, or false; undefined counts as false.
 */
export interface Context {
  readonly objectRule: string;
  /** Rego names of the helper functions. */
  readonly functionNames: ReadonlyMap<number, string>;
  readonly term: (expression: Expression, scope: Scope, hint?: string) => Term;
  readonly holds: (expression: Expression, scope: Scope, hint?: string) => readonly Literal[];
  readonly fails: (expression: Expression, scope: Scope, hint?: string) => readonly Literal[];
  /** Makes a function of its own from clauses that mention locals of the scope; gives the call of it. */
  readonly lift: (lifted: Lifted, scope: Scope) => CallTerm | Var;
}

export interface Lifted {
  /** What to call it; a clash gets a suffix. */
  readonly name: string;
  /** The expressions that the clauses are made from: their locals become parameters. */
  readonly uses: readonly Expression[];
  /** Rules of one name, made inside the new function's own scope. A rule is a chain of clauses. */
  readonly rules: (scope: Scope) => readonly (readonly [Clause, ...Clause[]])[];
}

export type { Rule };
