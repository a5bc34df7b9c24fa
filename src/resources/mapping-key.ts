import type { Json } from "./json.js";

/**
 * A mapping's key as the string that sigs.k8s.io/yaml makes of it; undefined for what it refuses (null, collections).
 */
export function keyText(key: Json): string | undefined {
  if (typeof key === "string") return key;
  if (typeof key === "boolean") return String(key);
  if (typeof key === "number") return Number.isInteger(key) ? integerKey(key) : fractionKey(key);
  return undefined;
}

function integerKey(value: number): string {
  return BigInt(value).toString();
}

/** The shortest text that reads back as the same single-precision number, in Go's `%g` form. */
function fractionKey(value: number): string {
  const single = Math.fround(value);
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const shortest = Number(single.toPrecision(digits));
  const exponent = Math.floor(Math.log10(Math.abs(shortest)));
  if (exponent >= -4 && exponent < 6) return String(shortest);
  return shortest.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}
