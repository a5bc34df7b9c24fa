/**
 * An amount as Kubernetes writes it: a number with a suffix, such as `500m`, `0.5`, `2`, `1.5Gi`, `64Gi`, `1e3` or `12E`.
 * Decimal suffixes are n, u, m, k, M, G, T, P and E, binary ones Ki, Mi, Gi, Ti, Pi and Ei.
 */
export type Quantity = string;

/**
 * Tells whether Kubernetes reads a value as a quantity. The authority is ParseQuantity of k8s.io/apimachinery, with its
 * oddities ("m" and "." are zero; white space is illegal); exponents have eight digits at most here. YAML's plain numbers
 * (`cpu: 1`, `cpu: 0.5`) are legal too.
 */
export function isQuantity(value: Quantity | number | undefined): boolean {
  return rank(value) !== undefined;
}

/** Tells whether both are legal quantities and `value` is the greater one: exactly, and in no floating point. */
export function quantityExceeds(value: Quantity | number | undefined, maximum: Quantity | number): boolean {
  const amount = rank(value);
  const limit = rank(maximum);
  return amount !== undefined && limit !== undefined && amount > limit;
}

const parts = /^(?<sign>[+-]?)(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?<suffix>.*)$/s;

const decimalSuffixes: ReadonlyMap<string, number> = new Map(
  Object.entries({ n: -9, u: -6, m: -3, "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 }),
);

const binarySuffixes: ReadonlyMap<string, bigint> = new Map(
  Object.entries({ Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n }),
);

/** 2^63-1, where Kubernetes caps binary quantities, and only these. */
const binaryCap = rankOfDigits(28, "9223372036854775807");

/**
 * The place of a quantity among all others, as a text: the greater of two quantities has the greater text, and equal ones
 * ("1Ki", "1024", "1.024k") have the same. Undefined for what is no legal quantity.
 */
function rank(value: unknown): string | undefined {
  // A number as JSON writes it: that is what Kubernetes would read.
  const text = typeof value === "number" ? JSON.stringify(value) : value;
  if (typeof text !== "string" || text === "") return undefined;
  const { sign, whole = "", fraction = "", suffix = "" } = parts.exec(text)?.groups ?? {};
  const magnitude = magnitudeRank(whole + fraction, fraction.length, suffix);
  return magnitude !== undefined && sign === "-" ? negated(magnitude) : magnitude;
}

/** The rank of digits, the last `places` of them behind the decimal point, with a suffix. */
function magnitudeRank(digits: string, places: number, suffix: string): string | undefined {
  const exponent = decimalExponent(suffix);
  const bits = binarySuffixes.get(suffix);
  if (digits === "") return isZeroWithoutDigits(exponent, bits) ? nanoRank("", 0) : undefined;
  if (exponent !== undefined) return nanoRank(digits, exponent + 9 - places);
  if (bits === undefined) return undefined;
  const product = nanoRank(String(BigInt(digits) << bits), 9 - places);
  if (product > binaryCap) return binaryCap;
  return product;
}

/** Kubernetes takes a text without any digit for zero ("m", "Gi", "."), except where its slower way of reading is needed. */
function isZeroWithoutDigits(exponent: number | undefined, bits: bigint | undefined): boolean {
  return exponent === undefined ? bits !== undefined && bits <= 40n : exponent >= -9;
}

/** The power of ten that a decimal suffix stands for. Kubernetes takes longer exponents and cannot compute with them. */
function decimalExponent(suffix: string): number | undefined {
  return /^[eE][+-]?0*[0-9]{1,8}$/.test(suffix) ? Number(suffix.slice(1)) : decimalSuffixes.get(suffix);
}

/** The rank of digits times ten to the power of `point`, counted in nanos and rounded up as Kubernetes does. */
function nanoRank(written: string, point: number): string {
  const digits = written.replace(/^0+/, "");
  if (digits === "") return rankOfDigits(0, "");
  const length = Math.max(digits.length + point, 0);
  const kept = digits.slice(0, length);
  if (/^0*$/.test(digits.slice(length))) return rankOfDigits(length, kept);
  const stem = kept.replace(/9+$/, "");
  return stem === ""
    ? rankOfDigits(length + 1, "1")
    : rankOfDigits(length, stem.slice(0, -1) + (Number(stem.at(-1)) + 1));
}

/** "1", in nine digits the number of digits of the nanos, and these digits without the zeros at their end. */
function rankOfDigits(length: number, digits: string): string {
  return 1_000_000_000 + length + digits.replace(/0+$/, "");
}

/** Below every rank that is not negative; among the negative ones, the complement of the digits sorts in reverse. */
function negated(magnitude: string): string {
  if (magnitude === rankOfDigits(0, "")) return magnitude;
  return `-${magnitude.replace(/[0-9]/g, (digit) => String(9 - Number(digit)))}~`;
}
