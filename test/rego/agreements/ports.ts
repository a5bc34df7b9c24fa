import { portInRanges } from "../../../src/authoring/ports.js";
import { type Agreement, anything, product } from "../agreement.js";
import { randomFrom, textOf } from "../random.js";

const random = randomFrom(13);
const ports = [-1, 0, 1, 79, 80, 81, 443, 3000, 4000, 5000, 5001, 65535, 99999, 80.5, 1e21];
const entries = [
  ...["80", "0", "-1", "3000-5000", "5000-3000", "80-80", "0-65535", "0-99999", "", "-", "80-", "-80", "80-90-100"],
  ...[
    "080",
    "080-90",
    "80-090",
    "00",
    "0-0",
    "+80",
    " 80",
    "80\n",
    "8e1",
    "80.0",
    "100000",
    "0-100000",
    "８０",
    "http",
    "*",
  ],
  ...Array.from({ length: 40 }, () => textOf(random, [..."0358--"], 8)),
];
const together = [
  ["443", "80"],
  ["x", "3000-5000"],
  ["-1", "-1"],
  [80, "80"],
  [null, "443"],
];

export const portAgreements: readonly Agreement[] = [
  {
    name: "ports.in_ranges",
    arity: 2,
    kind: "predicate",
    calls: [
      ...product(
        ports,
        entries.map((entry) => [entry]),
      ),
      ...product(ports, together),
      ...product(anything, [["80"], ["0-99999"]]),
      ...product([80, 0], [...anything, ...anything.map((entry) => [entry])]),
    ],
    typescript: portInRanges,
  },
];
