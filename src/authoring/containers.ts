import type { Container, EphemeralContainer, PodSpec } from "kubernetes-types/core/v1.js";
import { elements } from "./elements.js";
import { notePaths, pathOf } from "./paths.js";

/** The lists of a pod's spec that hold containers. */
export type ContainerList = "containers" | "initContainers" | "ephemeralContainers";

/** What containers, init containers and ephemeral containers have in common. */
export type AnyContainer = Pick<Container, Extract<keyof Container, keyof EphemeralContainer>>;

const everyList: readonly ContainerList[] = ["containers", "initContainers", "ephemeralContainers"];

/**
 * The containers of a pod, or of anything else with a pod's `spec` such as a pod template: those of `containers` first,
 * then `initContainers`, then `ephemeralContainers`; or those of `lists` alone, in that order. A list that is absent,
 * null or of another type is empty, and what is no object in one reads as a container without fields.
 */
export function containers(
  pod: { readonly spec?: PodSpec | undefined },
  lists: readonly ContainerList[] = everyList,
): AnyContainer[] {
  return lists.flatMap((list) =>
    elements(pod?.spec?.[list]).map((element, index) => asContainer(element, () => pathTo(pod, list, index))),
  );
}

function asContainer(element: unknown, path: () => string): AnyContainer {
  if (typeof element === "object" && element !== null) {
    // Its fields are read through this type, and each may be ill-typed: the rule language reads those as absent.
    return element as AnyContainer;
  }
  const withoutFields = {};
  notePaths(withoutFields, path());
  // As above: `name` reads as absent here.
  return withoutFields as AnyContainer;
}

function pathTo(pod: object, list: ContainerList, index: number): string {
  const base = pathOf(pod);
  return `${base === "" ? "" : `${base}.`}spec.${list}[${index}]`;
}
