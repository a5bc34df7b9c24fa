import { isExcluded } from "../../../src/authoring/exclusions.js";
import { type Agreement, ofEachType, product } from "../agreement.js";

const containers = [
  ...ofEachType,
  ...["app", "sidecar", "", null, 1].map((name) => ({ name })),
  ...["registry.example.com/app:1", "registry.example.com/", "", null, 1].map((image) => ({ image })),
  { name: "app", image: "registry.example.com/app:1" },
  { name: "sidecar", image: "other" },
];
const lists = [
  ["app"],
  [""],
  ["a*"],
  ["*"],
  ["**"],
  ["registry.example.com/*"],
  ["registry.example.com/app:1"],
  ["x", "other"],
];
const parameters = [
  ...ofEachType,
  ...[...ofEachType, ...lists, [null, 1]].flatMap((list) => [{ excludedContainers: list }, { excludedImages: list }]),
  ...lists.map((list) => ({ excludedContainers: ["app", "x"], excludedImages: list })),
];

export const exclusionAgreements: readonly Agreement[] = [
  {
    name: "exclusions.excluded",
    arity: 2,
    kind: "predicate",
    calls: product(containers, parameters),
    typescript: isExcluded,
  },
];
