/** The elements of an array; none of anything else. What is judged may hold null or another type where an array belongs. */
export function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
