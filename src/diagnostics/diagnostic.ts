import type { DiagnosticEntry, Severity } from "./entry.js";
import { type DiagnosticCode, type HolesOf, table } from "./table.js";

/** A place in a text: both numbers count from 1; columns count UTF-16 units, as editors and tsc do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `file` is as the user would write it: relative to the working folder, with forward slashes. */
export interface Location {
  readonly file: string;
  readonly start: Position;
  /** Exclusive; absent when only a point is known. */
  readonly end?: Position;
}

/** A user's mistake, as data. Stages return these and go on; `invariant` is for our own mistakes. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** One sentence: what to do, or what to write instead. */
  readonly help?: string;
  readonly location?: Location;
}

/** Fills the holes of the table's texts; a missing or unknown hole does not type-check. */
export function diagnose<C extends DiagnosticCode>(code: C, holes: HolesOf<C>, location?: Location): Diagnostic {
  const entry: DiagnosticEntry = table[code];
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message, holes),
    ...(entry.help === "" ? {} : { help: fill(entry.help, holes) }),
    ...(location === undefined ? {} : { location }),
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

function fill(text: string, holes: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(holes[name]));
}
