import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** By file, in the order given; within a file by place. */
export function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    const byFile = files.indexOf(a.location?.file ?? "") - files.indexOf(b.location?.file ?? "");
    const byLine = (a.location?.start.line ?? 0) - (b.location?.start.line ?? 0);
    return byFile || byLine || (a.location?.start.column ?? 0) - (b.location?.start.column ?? 0);
  });
}

/** The value could not be read: what follows from that need not be said. */
const unreadable: ReadonlySet<string> = new Set(["assignment-yaml-tag", "assignment-yaml-alias", "assignment-number"]);

/**
 * Without what is said already: the same about an anchored value that several aliases repeat, an error that follows from
 * another at the same place, a warning where there is an error.
 */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const wrong = new Set(diagnostics.filter(({ severity }) => severity === "error").map(placeOf));
  const unread = new Set(diagnostics.filter(({ code }) => unreadable.has(code)).map(placeOf));
  const said = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const place = placeOf(diagnostic);
    if (diagnostic.severity === "warning" && wrong.has(place)) return false;
    if (unread.has(place) && !unreadable.has(diagnostic.code)) return false;
    const text = `${place} ${diagnostic.code} ${diagnostic.message}`;
    if (said.has(text)) return false;
    said.add(text);
    return true;
  });
}

function placeOf({ location }: Diagnostic): string {
  return `${location?.file}:${location?.start.line}:${location?.start.column}`;
}
