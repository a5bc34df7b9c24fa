import { at, isList, isObject, type Json, type JsonObject, type Path, textAt } from "../resources/json.js";
import { type GroupVersionKind, nameOf, namespaceOf, typeOf } from "./object.js";

/** An object that another one would create. */
export interface Expanded {
  readonly object: JsonObject;
  /** Where the object's own fields are in its owner: a path below ["spec", "template"] for a Deployment's pod. */
  readonly prefix: Path;
}

/** The kinds that create pods, with the place of the pod's template. */
const podTemplates: Readonly<Record<string, Path>> = {
  "apps/Deployment": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "apps/DaemonSet": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "/ReplicationController": ["spec", "template"],
  "batch/Job": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
};

const pod: GroupVersionKind = { group: "", version: "v1", kind: "Pod" };

/** The pod of a workload of Kubernetes' own; undefined for any other object, and for a workload without a template. */
export function expandWorkload(object: JsonObject): Expanded | undefined {
  const { group, kind } = typeOf(object);
  const prefix = podTemplates[`${group}/${kind}`];
  const resultant = prefix === undefined ? undefined : expand(object, prefix, pod);
  return prefix === undefined || resultant === undefined ? undefined : { object: resultant, prefix };
}

/**
 * What Gatekeeper's expansion makes of an owner (expandResource in pkg/expansion): the template with a type, the
 * owner's namespace, the name "<owner>-<kind>" in lower case and an owner reference. undefined when there is no
 * template.
 */
export function expand(owner: JsonObject, template: Path, type: GroupVersionKind): JsonObject | undefined {
  const source = at(owner, ...template);
  if (!isObject(source)) return undefined;
  const given = at(source, "metadata");
  const namespace = namespaceOf(owner);
  const metadata: Record<string, Json> = { ...(isObject(given) ? given : {}) };
  if (namespace === "") delete metadata.namespace;
  else metadata.namespace = namespace;
  metadata.name = `${nameOf(owner)}-${type.kind}`.toLowerCase();
  const references = withOwner(at(given, "ownerReferences"), owner);
  if (references.length > 0) metadata.ownerReferences = references;
  return {
    ...source,
    apiVersion: type.group === "" ? type.version : `${type.group}/${type.version}`,
    kind: type.kind,
    metadata,
  };
}

/** The owner joins the references unless it is there already; an owner without a name makes none. */
function withOwner(references: Json | undefined, owner: JsonObject): readonly Json[] {
  const known = isList(references) ? references : [];
  const reference = {
    apiVersion: textAt(owner, "apiVersion"),
    kind: textAt(owner, "kind"),
    name: nameOf(owner),
    uid: "",
  };
  const { apiVersion, kind, name } = reference;
  const isThere = known.some(
    (item) =>
      textAt(item, "apiVersion") === apiVersion && textAt(item, "kind") === kind && textAt(item, "name") === name,
  );
  return name === "" || isThere ? known : [...known, reference];
}
