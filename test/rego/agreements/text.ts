import { type Agreement, anything, type Json, product } from "../agreement.js";
import { randomFrom, textOf } from "../random.js";

const random = randomFrom(17);
const powers = [9, 10, 12, 15].map((exponent) => 10 ** exponent).concat(2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER);
const integers = [
  ...powers.flatMap((power) => [power - 1, power, power + 1]).filter(Number.isSafeInteger),
  1e6,
  1e7,
  1000650000,
  ...Array.from({ length: 200 }, () => random(9_007_199) * 1e9 + random(1e9)),
  ...Array.from({ length: 200 }, () => random(1e6)),
];

const texts = Array.from({ length: 300 }, () => textOf(random, [..."ab/é\u0000\uffff😀𝒳"], 6));

/** Half a character beyond U+FFFF is none in Rego. */
function isWhole(text: Json | undefined, units: Json | undefined): boolean {
  return typeof text !== "string" || !/^[\udc00-\udfff]/.test(text.slice(Number(units)));
}

export const textAgreements: readonly Agreement[] = [
  {
    name: "text.of",
    arity: 1,
    kind: "value",
    // Below 0.0001 OPA writes an exponent of two digits; the language computes with integers alone, and only a quantity
    // written as a plain YAML number could get here.
    calls: [
      ...anything.filter((value) => value !== 1e-7),
      ...integers,
      ...integers.map((each) => -each),
      0.5,
      -0.25,
    ].map((value) => [value]),
    typescript: (value: unknown) => (typeof value === "object" || value === undefined ? "" : `${value}`),
  },
  {
    name: "text.from",
    arity: 2,
    kind: "value",
    calls: product([...anything, ...texts], [0, 1, 2, 3, 7]).filter(([text, units]) => isWhole(text, units)),
    typescript: (text: unknown, units: number) => (typeof text === "string" ? text.slice(units) : ""),
  },
];
