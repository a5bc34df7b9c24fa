import { imageMatches } from "../../../src/authoring/images.js";
import { type Agreement, anything, ofEachType, product } from "../agreement.js";
import { randomFrom, textOf } from "../random.js";

const random = randomFrom(17);
const images = ["", "a", "a*", "a*b", "registry.example.com/app:1", "REGISTRY.example.com/app:1", "é/ß:1", "😀"];
const patterns = [
  ...[
    "",
    "*",
    "**",
    "a",
    "a*",
    "a**",
    "*a",
    "registry.example.com/*",
    "registry.example.com/app:1",
    "registry.*/app:1",
  ],
  ...["registry.example.com/app:1*", "registry.example.com", "é/*", "😀*"],
];
const drawn = Array.from({ length: 300 }, () => [
  textOf(random, [..."ab/*é"], 5),
  Array.from({ length: random(3) }, () => textOf(random, [..."ab/**é"], 4)),
]);

export const imageAgreements: readonly Agreement[] = [
  {
    name: "images.matches",
    arity: 2,
    kind: "predicate",
    calls: [
      ...product(
        images,
        patterns.map((pattern) => [pattern]),
      ),
      ...product([...images, ...ofEachType], [...anything, ...anything.map((pattern) => [pattern])]),
      ...drawn,
    ],
    typescript: imageMatches,
  },
];
