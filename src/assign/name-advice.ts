import { closest } from "../diagnostics/closest.js";

/** What to do about a name that does not exist: the likely one, and all that do. */
export function nameAdvice(written: string, allowed: readonly string[]): string {
  if (allowed.length === 0) return "There is none to choose from.";
  const near = closest(written, allowed);
  const list = `Allowed: ${allowed.join(", ")}.`;
  return near === undefined ? list : `Did you mean "${near}"? ${list}`;
}
