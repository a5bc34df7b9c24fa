import { elements } from "./elements.js";
import { type ImagePattern, imageMatches } from "./images.js";

/** Parameters of a rule that can pass over some containers: `interface Parameters extends Exclusions { ... }`. */
export interface Exclusions {
  /** Names of containers that this rule does not look at, compared exactly. */
  excludedContainers?: string[];
  /**
   * Images that this rule does not look at: an image as the pod writes it, or a prefix with a trailing `*`, such as
   * `registry.example.com/tools/*`.
   */
  excludedImages?: ImagePattern[];
}

/**
 * Tells whether a container is passed over: its name is in `excludedContainers`, or its image matches `excludedImages`
 * (see `imageMatches`). An absent name is in no list.
 */
export function isExcluded(
  container: { readonly name?: string | undefined; readonly image?: string | undefined },
  exclusions: Readonly<Exclusions>,
): boolean {
  const name = container?.name;
  if (typeof name === "string" && elements(exclusions?.excludedContainers).includes(name)) return true;
  return imageMatches(container?.image, exclusions?.excludedImages ?? []);
}
