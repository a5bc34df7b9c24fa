/**
 * The candidate that `written` most likely meant, or undefined when none is near. Letter case does not count; swapped
 * neighbours count once (the "optimal string alignment" distance). The first of equals wins.
 */
export function closest(written: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .map((candidate) => ({ candidate, distance: distance(written.toLowerCase(), candidate.toLowerCase()) }))
    .filter((entry) => entry.distance <= Math.max(1, Math.floor(entry.candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** What to do about a name that does not exist: the likely one, and all that do. */
export function nameAdvice(written: string, allowed: readonly string[]): string {
  if (allowed.length === 0) return "There is none to choose from.";
  const near = closest(written, allowed);
  const list = `Allowed: ${allowed.join(", ")}.`;
  return near === undefined ? list : `Did you mean "${near}"? ${list}`;
}

function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
      current.push(swapped ? Math.min(best, at(beforeLast, column - 2) + 1) : best);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

/** Every index above is inside its row; infinity would lose to any real distance. */
function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
