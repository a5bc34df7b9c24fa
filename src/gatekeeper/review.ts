import type { JsonObject } from "../resources/json.js";
import { type Match, type MatchAnswer, matches, type Source } from "./match.js";
import { nameOf, namespaceOf, typeOf } from "./object.js";

/** What is put before the constraints: an admission request, or an object as though it were requested. */
export interface Review {
  /** `input.review` as Gatekeeper's Rego driver presents it. */
  readonly input: JsonObject;
  readonly object: JsonObject | undefined;
  readonly oldObject: JsonObject | undefined;
  readonly namespace: string;
  readonly source: Source;
}

export interface ReviewContext {
  readonly source: Source;
  /** The object's Namespace, where it is known: `input.review.namespaceObject`; gator always shows an empty one. */
  readonly namespaceObject?: JsonObject | undefined;
}

/**
 * The review of an object from a file, as the audit and gator build it (unstructuredToAdmissionRequest in pkg/target):
 * an AdmissionRequest in which only kind, name, namespace and object are known, so that operation is the empty string.
 */
export function reviewOf(object: JsonObject, { source, namespaceObject }: ReviewContext): Review {
  const name = nameOf(object);
  const namespace = namespaceOf(object);
  return {
    input: {
      uid: "",
      kind: { ...typeOf(object) },
      resource: { group: "", version: "", resource: "" },
      ...(name === "" ? {} : { name }),
      ...(namespace === "" ? {} : { namespace }),
      operation: "",
      userInfo: {},
      object,
      oldObject: null,
      options: null,
      namespaceObject: namespaceObject ?? {},
    },
    object,
    oldObject: undefined,
    namespace,
    source,
  };
}

/** The Namespaces that are known, by name. */
export type Namespaces = ReadonlyMap<string, JsonObject>;

/**
 * Whether a constraint looks at a review: at its object, or else its old object (matchAny in pkg/target). An error is
 * Gatekeeper's text for a review that is rejected because matching failed.
 */
export function matchesReview(match: Match, review: Review, namespaces: Namespaces): MatchAnswer {
  const namespace = review.namespace === "" ? undefined : namespaces.get(review.namespace);
  for (const object of [review.object, review.oldObject]) {
    if (object === undefined) continue;
    const answer = matches(match, { object, namespace, source: review.source });
    if (typeof answer === "object") {
      const where = `error matching the requested object: ${nameOf(object)} :failed to run Match criteria`;
      return { error: `unable to match constraints: ${where}: ${answer.error}` };
    }
    if (answer) return true;
  }
  return false;
}
