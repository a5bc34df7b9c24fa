import type { Json, Path } from "../resources/json.js";
import type { Resource } from "../resources/resource.js";

export interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  /** "" for what is in no namespace. */
  readonly namespace: string;
  /** `generateName` with an asterisk for an object that has no name yet. */
  readonly name: string;
}

/** One violation of one constraint by one object. */
export interface Finding {
  /** Name of the constraint. */
  readonly constraint: string;
  /** Kind of the constraint. */
  readonly kind: string;
  /** The bundle's rule, where the policy has one of that kind. */
  readonly rule?: string;
  /** As the constraint says: deny, warn, dryrun. */
  readonly enforcementAction: string;
  readonly message: string;
  readonly details: Json;
  /** What was judged: an object of the input, or the pod that one would create. */
  readonly object: ObjectIdentity;
  /** The topmost owner of the object; the object itself when it has none. Findings are counted by it. */
  readonly owner: ObjectIdentity;
  /** The object of the input, with its place. */
  readonly resource: Resource;
  /** Where the judged object's fields are in the resource: ["spec", "template"] for a Deployment's pod. */
  readonly prefix: Path;
}
