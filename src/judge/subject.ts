import { expandWorkload } from "../gatekeeper/expansion.js";
import { isNamespace, nameOf, namespaceOf } from "../gatekeeper/object.js";
import { type Namespaces, type Review, reviewOf } from "../gatekeeper/review.js";
import { inNamespace, scopes } from "../gatekeeper/scope.js";
import { at, isList, type Json, type JsonObject, type Path, textAt } from "../resources/json.js";
import type { Resource } from "../resources/resource.js";
import type { ObjectIdentity } from "./finding.js";

/** Something to judge: an object of the input, or the pod that one would create. */
export interface Subject {
  readonly review: Review;
  readonly object: ObjectIdentity;
  readonly owner: ObjectIdentity;
  readonly resource: Resource;
  readonly prefix: Path;
}

export interface Subjects {
  readonly subjects: readonly Subject[];
  /** The Namespaces of the input. */
  readonly namespaces: Namespaces;
}

/** The subjects of an input. An object without a namespace is in the given one, unless its kind has none. */
export function subjectsOf(resources: readonly Resource[], namespace: string): Subjects {
  const scopeOf = scopes(resources.map(({ object }) => object));
  const placed = resources.map((resource) => ({ resource, object: inNamespace(resource.object, namespace, scopeOf) }));
  const objects = placed.map(({ object }) => object);
  const namespaces = new Map(objects.filter(isNamespace).map((object) => [nameOf(object), object]));
  const ownerOf = owners(objects);
  const subjects = placed.flatMap(({ resource, object }): Subject[] => {
    const namespaceObject = namespaces.get(namespaceOf(object));
    const shared = { resource, owner: ownerOf(object) };
    const review = reviewOf(object, { source: "Original", namespaceObject });
    const own: Subject = { ...shared, review, object: identityOf(object), prefix: [] };
    const expanded = expandWorkload(object);
    if (expanded === undefined) return [own];
    const podReview = reviewOf(expanded.object, { source: "Generated", namespaceObject });
    return [own, { ...shared, review: podReview, object: identityOf(expanded.object), prefix: expanded.prefix }];
  });
  return { subjects, namespaces };
}

function identityOf(object: JsonObject): ObjectIdentity {
  const generateName = textAt(object, "metadata", "generateName");
  const name = nameOf(object) || (generateName === "" ? "" : `${generateName}*`);
  return {
    apiVersion: textAt(object, "apiVersion"),
    kind: textAt(object, "kind"),
    namespace: namespaceOf(object),
    name,
  };
}

/** Follows owner references as far as they go, through the objects of the input and one step beyond them. */
function owners(objects: readonly JsonObject[]): (object: JsonObject) => ObjectIdentity {
  const known = new Map(objects.map((object) => [identityText(identityOf(object)), object]));
  return (object) => {
    const seen = new Set<string>();
    let current = identityOf(object);
    for (let next: JsonObject | undefined = object; next !== undefined; next = known.get(identityText(current))) {
      const reference = controllerOf(next);
      if (reference === undefined || seen.has(identityText(current))) break;
      seen.add(identityText(current));
      current = { ...referenced(reference), namespace: current.namespace };
    }
    return current;
  };
}

/** The reference that controls the object, else its first one. A Node owns its static pods but is no workload. */
function controllerOf(object: JsonObject): Json | undefined {
  const all = at(object, "metadata", "ownerReferences");
  const references = (isList(all) ? all : []).filter((reference) => textAt(reference, "kind") !== "Node");
  return references.find((reference) => at(reference, "controller") === true) ?? references[0];
}

function referenced(reference: Json): Omit<ObjectIdentity, "namespace"> {
  return {
    apiVersion: textAt(reference, "apiVersion"),
    kind: textAt(reference, "kind"),
    name: textAt(reference, "name"),
  };
}

/** The version does not tell objects apart: a Deployment is the same through every version of its group. */
export function identityText({ apiVersion, kind, namespace, name }: ObjectIdentity): string {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return JSON.stringify([group, kind, namespace, name]);
}
