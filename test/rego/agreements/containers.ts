import { type AnyContainer, type ContainerList, containers } from "../../../src/authoring/containers.js";
import { notePaths, pathOf } from "../../../src/authoring/paths.js";
import { type Agreement, anything, type Json, product } from "../agreement.js";
import { pick, randomFrom } from "../random.js";

const random = randomFrom(19);
const lists: ContainerList[] = ["containers", "initContainers", "ephemeralContainers"];
const drawnList = (): Json =>
  random(3) === 0
    ? pick(random, anything)
    : Array.from({ length: random(4) }, () =>
        random(3) === 0 ? pick(random, anything) : { name: pick(random, ["app", "init", "debug"]) },
      );
const pods = [
  ...anything,
  ...anything.map((spec) => ({ spec })),
  ...product(lists, anything).map(([list, value = null]) => ({ spec: { [String(list)]: value } })),
  ...Array.from({ length: 120 }, () => ({ spec: Object.fromEntries(lists.map((list) => [list, drawnList()])) })),
];
const choices: ContainerList[][] = [
  [],
  ["containers"],
  ["initContainers", "containers"],
  ["ephemeralContainers", "ephemeralContainers"],
];

/** The answers of TypeScript in the form of Rego's `all` and `in_lists`: by path. */
function byPath(pod: never, only?: readonly ContainerList[]): Record<string, AnyContainer> {
  // As a runner does before a rule sees an object. A copy, for in one that is judged no two places share a value.
  const object = JSON.parse(JSON.stringify(pod));
  notePaths(object);
  return Object.fromEntries(containers(object, only).map((container) => [pathOf(container), container]));
}

/** What is no object reads as one without members, whatever member is asked for. */
function asObject(element: Json): Json {
  return typeof element === "object" && element !== null ? element : {};
}

function asObjects(answer: Json): Json {
  if (Array.isArray(answer)) return answer.map(asObject);
  return Object.fromEntries(Object.entries(answer ?? {}).map(([path, element]) => [path, asObject(element)]));
}

export const containerAgreements: readonly Agreement[] = [
  { name: "containers.all", arity: 1, kind: "value", calls: product(pods), typescript: byPath, reading: asObjects },
  {
    name: "containers.in_lists",
    arity: 2,
    kind: "value",
    calls: product(pods, choices),
    typescript: byPath,
    reading: asObjects,
  },
  {
    name: "containers.list",
    arity: 2,
    kind: "value",
    calls: product(pods, choices),
    typescript: containers,
    reading: asObjects,
  },
];
