/**
 * A text from a policy or a manifest as a terminal may show it: no control character may move the cursor or change
 * colours.
 */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]+/gu, " ");
}
