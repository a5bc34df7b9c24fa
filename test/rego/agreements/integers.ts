import { parseInteger } from "../../../src/authoring/integers.js";
import { type Agreement, anything } from "../agreement.js";
import { randomFrom, textOf } from "../random.js";

const random = randomFrom(11);
const edges = [
  "9007199254740990",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "9999999999999999",
].flatMap((digits) => [digits, `-${digits}`, `00${digits}`, `-0${digits}`, `${digits}0`]);
const texts = [
  ...edges,
  ...[
    "0",
    "-0",
    "-00",
    "00",
    "007",
    "-",
    "--1",
    "+1",
    "1.0",
    "1e3",
    ".5",
    "0x1F",
    "1\n",
    "\n1",
    " 1",
    "1 ",
    "١",
    "１",
    "NaN",
  ],
  ...Array.from({ length: 200 }, () => textOf(random, [..."0123456789"], 18)),
  ...Array.from({ length: 200 }, () => textOf(random, [..."-0019+. e"], 6)),
];

export const integerAgreements: readonly Agreement[] = [
  {
    name: "integers.parse",
    arity: 1,
    kind: "value",
    calls: [...anything, ...texts].map((text) => [text]),
    typescript: parseInteger,
  },
];
