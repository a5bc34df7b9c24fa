/** Throws when one of our own assumptions is broken. A user's mistake is a Diagnostic instead. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Gatewright is wrong here, not you: ${message}. Please report this.`);
}
