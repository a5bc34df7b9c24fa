/** Gatekeeper's globs: an asterisk at the start, at the end, or both (pkg/wildcard). */
export function matchesWildcard(wildcard: string, candidate: string): boolean {
  const atStart = wildcard.startsWith("*");
  const atEnd = wildcard.endsWith("*");
  if (atStart && atEnd) return candidate.includes(withoutAsterisks(wildcard));
  if (atStart) return candidate.endsWith(wildcard.slice(1));
  if (atEnd) return candidate.startsWith(wildcard.slice(0, -1));
  return wildcard === candidate;
}

/** `metadata.generateName` has no end yet, so an exact name and a glob for the end never match it. */
export function matchesGenerateName(wildcard: string, generateName: string): boolean {
  if (!wildcard.endsWith("*")) return false;
  if (wildcard.startsWith("*")) return generateName.includes(withoutAsterisks(wildcard));
  return generateName.startsWith(wildcard.slice(0, -1));
}

/** One asterisk from each end; "*" alone leaves nothing. */
function withoutAsterisks(wildcard: string): string {
  return wildcard.slice(1).replace(/\*$/, "");
}
