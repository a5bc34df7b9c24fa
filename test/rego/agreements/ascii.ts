import { asciiLower, asciiTrim, asciiUpper } from "../../../src/authoring/ascii.js";
import { type Agreement, anything } from "../agreement.js";
import { randomFrom, textOf } from "../random.js";

const random = randomFrom(7);
const characters = [..." \t\n\v\f\razAZmM09_-ßİıſ\u212aéÉΣσς\u0130\u00a0\ufeff\u2003\u0085\u0000😀", "@[`{"];
const texts = Array.from({ length: 300 }, () => textOf(random, characters, 12));
const everyAsciiCharacter = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));
const calls = [...anything, ...texts, everyAsciiCharacter].map((text) => [text]);

export const asciiAgreements: readonly Agreement[] = [
  { name: "ascii.upper", arity: 1, kind: "value", calls, typescript: asciiUpper },
  { name: "ascii.lower", arity: 1, kind: "value", calls, typescript: asciiLower },
  { name: "ascii.trim", arity: 1, kind: "value", calls, typescript: asciiTrim },
];
