/**
 * The known name that was most likely meant, for "did you mean …?"; undefined when nothing is near. Letter case counts
 * for little: `AllowedImages` is `allowedImages` misspelt once.
 */
export function closest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.floor(name.length / 3) + 1.5;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase()) + (sameCase(name, candidate) ? 0 : 0.5);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function sameCase(one: string, other: string): boolean {
  return one.toLowerCase() !== other.toLowerCase() || one === other;
}

/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= from.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= to.length; j++) {
      const kept = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row[j] = i + j === 0 ? 0 : Math.min(at(i - 1, j - 1) + kept, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped);
    }
  }
  return at(from.length, to.length);
}
