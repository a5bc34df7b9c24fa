import { isWindows } from "../../../src/authoring/pods.js";
import { type Agreement, anything, ofEachType, product } from "../agreement.js";

const names = [...ofEachType, "windows", "linux", "Windows", "plan9", ""];
const systems = [...ofEachType, ...names.map((name) => ({ name }))];
const selectors = [
  ...ofEachType,
  ...names.map((name) => ({ "kubernetes.io/os": name })),
  { "beta.kubernetes.io/os": "windows" },
];

export const podAgreements: readonly Agreement[] = [
  {
    name: "pods.windows",
    arity: 1,
    kind: "predicate",
    calls: [
      ...product(anything),
      ...product(anything.map((spec) => ({ spec }))),
      ...product(systems, selectors).map(([os = null, nodeSelector = null]) => [{ spec: { os, nodeSelector } }]),
    ],
    typescript: isWindows,
  },
];
