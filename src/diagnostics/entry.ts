export type Severity = "error" | "warning";

/** `{name}` in a text is a hole that `diagnose` fills. `help` says what to do; empty when the message says it all. */
export interface DiagnosticEntry {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}
