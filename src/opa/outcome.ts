/** A value, or at least one error. Errors come ordered by file, row and column. */
export type OpaOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly OpaError[] };

/** One thing that OPA found, or that kept it from answering. */
export interface OpaError {
  /**
   * OPA's own code where it gives one (rego_parse_error, rego_compile_error, rego_unsafe_var_error, rego_type_error,
   * rego_recursion_error, eval_conflict_error, ...), else opa_error; or one of this room's: bad_request, opa_panic,
   * opa_crashed, opa_exited, opa_timeout, opa_unavailable.
   */
  readonly code: string;
  readonly message: string;
  /** The module's name in the request. Absent, as row and column may be, where OPA points nowhere. */
  readonly file?: string;
  /** Counted from 1. */
  readonly row?: number;
  /** Counted from 1, in bytes. */
  readonly column?: number;
  /** Further lines: the source with a caret below it, or the types at odds. */
  readonly details?: readonly string[];
  /** Which query and which of its inputs an evaluation failed at, counted from 0. */
  readonly evaluation?: number;
  readonly input?: number;
}
