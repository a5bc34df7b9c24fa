import { isQuantity, quantityExceeds } from "../../../src/authoring/quantity.js";
import { comparisons, corpus } from "../../corpus/quantity.js";
import { type Agreement, anything, product } from "../agreement.js";
import { pick, randomFrom, textOf } from "../random.js";

const random = randomFrom(23);
const pieces = [..."0123456789.+-eEinumkKMGTP", "Ki", "Gi", "Ei", "000", "999", "é", "\n"];
const numbers = [
  0, -0, 1, -1, 0.5, 1.5, 0.1, 1e-7, 1e-10, 123456.789, 9007199254740991, 1e20, 1e21, 1.5e300, 5e-324, -1e21,
];
const texts = [
  ...Array.from({ length: 400 }, () => textOf(random, pieces, 7)),
  "1e99999999",
  "1e-99999999",
  "1e100000000",
];
const compared = comparisons.filter((_, index) => index % 40 === 0).map(({ left, right }) => [left, right]);
const mixed = Array.from({ length: 200 }, () => [pick(random, [...numbers, ...corpus.legal]), pick(random, numbers)]);

export const quantityAgreements: readonly Agreement[] = [
  {
    name: "quantity.legal",
    arity: 1,
    kind: "predicate",
    calls: product([...anything, ...numbers, ...texts]),
    typescript: isQuantity,
  },
  {
    name: "quantity.exceeds",
    arity: 2,
    kind: "predicate",
    calls: [...compared, ...mixed, ...product(anything, ["1", 1, "", null]), ...product(["1", 1, "", null], anything)],
    typescript: quantityExceeds,
  },
];
