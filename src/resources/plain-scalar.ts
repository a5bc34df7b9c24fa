/** What an unquoted YAML scalar is. `unrepresentable`: infinity or not-a-number, which JSON does not have. */
export type PlainScalar = null | boolean | number | string | { readonly unrepresentable: string };

/**
 * Resolves an unquoted scalar as sigs.k8s.io/yaml 1.6 does, which kubectl and the API server read manifests with:
 * YAML 1.1 (`yes`, `on`, `y`, `0777`, `1_000`), but without base 60, and with dates kept as strings.
 */
export function resolvePlain(text: string): PlainScalar {
  const first = text.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (isNumeric) return resolveNumeric(text);
  const word = words.get(text);
  return word === undefined ? text : word;
}

const words: ReadonlyMap<string, null | boolean> = new Map([
  ...spellings(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"], true),
  ...spellings(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"], false),
  ...spellings(["", "~", "null", "Null", "NULL"], null),
]);

function spellings<T>(texts: readonly string[], value: T): [string, T][] {
  return texts.map((text) => [text, value]);
}

const unrepresentable = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const fraction = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

function resolveNumeric(text: string): PlainScalar {
  if (unrepresentable.test(text)) return { unrepresentable: text };
  // Underscores may stand anywhere, but in a number that begins with its point only between digits.
  const isSeparated = text.includes("_") && (!text.startsWith(".") || !/_(?!\d)|(?<!\d)_/.test(text));
  const digits = isSeparated ? text.replaceAll("_", "") : text;
  const integer = resolveInteger(digits);
  if (integer !== undefined) return integer;
  if (!fraction.test(digits)) return text;
  const value = Number(digits);
  return Number.isFinite(value) ? value + 0 : text;
}

const integer = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;

/** Go's integers of base 0: decimal, 0x, 0b, 0o and the older octal 0777, within 64 bits. */
function resolveInteger(digits: string): number | undefined {
  const match = integer.exec(digits);
  if (match === null) return undefined;
  const [, sign, prefixed, octal, decimal] = match;
  // At most one group beside the sign took part, and it is what BigInt reads.
  const magnitude = BigInt(prefixed ?? (octal === undefined ? (decimal ?? "0") : `0o${octal}`));
  const fits = sign === "-" ? magnitude <= 1n << 63n : magnitude < 1n << 64n;
  if (!fits || (sign === "+" && magnitude >= 1n << 63n)) return undefined;
  // Adding zero turns minus zero into zero, as an integer has none.
  return (sign === "-" ? -Number(magnitude) : Number(magnitude)) + 0;
}
