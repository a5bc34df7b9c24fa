import type { Container, EphemeralContainer, PodSpec } from "kubernetes-types/core/v1.js";
import { elements } from "./elements.js";
import { notePaths, pathOf } from "./paths.js";

/** The lists of a pod's spec that hold containers. */
export type ContainerList = "containers" | "initContainers" | "ephemeralContainers";

declare const containerBrand: unique symbol;

/** What containers, init containers and ephemeral containers have in common. Only `containers()` makes one. */
export interface AnyContainer
  extends Omit<Pick<Container, Extract<keyof Container, keyof EphemeralContainer>>, "name"> {
  /** The container's name; "" where the object gives it none, so that a message can always name it. */
  readonly name: string;
  /** Exists in types alone: what has no name may not pass for what has one. */
  readonly [containerBrand]: true;
}

const everyList: readonly ContainerList[] = ["containers", "initContainers", "ephemeralContainers"];

/**
 * The containers of a pod, or of anything else with a pod's `spec` such as a pod template: those of `containers` first,
 * then `initContainers`, then `ephemeralContainers`; or those of `lists` alone, in that order. A list that is absent,
 * null or of another type is empty, and what is no object in one reads as a container without fields. A container without
 * a name is named "".
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
  if (hasName(element)) return element;
  const fields = typeof element === "object" && element !== null && !Array.isArray(element) ? element : {};
  const named = { ...fields, name: "" };
  notePaths(named, path());
  // Its fields are read through this type, and each may be ill-typed: the rule language reads those as absent.
  return named as unknown as AnyContainer;
}

function hasName(element: unknown): element is AnyContainer {
  return typeof element === "object" && element !== null && "name" in element && typeof element.name === "string";
}

function pathTo(pod: object, list: ContainerList, index: number): string {
  const base = pathOf(pod);
  return `${base === "" ? "" : `${base}.`}spec.${list}[${index}]`;
}
