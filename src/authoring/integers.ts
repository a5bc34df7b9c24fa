/**
 * The integer that a text writes in decimal digits: `-` and leading zeros are allowed ("-007" is -7, as `parseInt` reads
 * it; "-0" is 0), and nothing else is, neither white space nor `+`, a fraction or an exponent. Undefined for any other
 * text, and beyond 9007199254740991 either way, where a number is no longer exact.
 */
export function parseInteger(text: string): number | undefined {
  if (typeof text !== "string" || !/^-?[0-9]+$/.test(text)) return undefined;
  // The sum makes -0 a plain 0.
  const integer = Number(text) + 0;
  return Number.isSafeInteger(integer) ? integer : undefined;
}
