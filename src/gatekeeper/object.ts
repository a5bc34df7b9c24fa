import { at, isObject, type JsonObject, textAt } from "../resources/json.js";

/** The type of an object, its apiVersion split into group and version. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export function typeOf(object: JsonObject): GroupVersionKind {
  const apiVersion = textAt(object, "apiVersion");
  const slash = apiVersion.indexOf("/");
  return {
    group: slash === -1 ? "" : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: textAt(object, "kind"),
  };
}

export function nameOf(object: JsonObject): string {
  return textAt(object, "metadata", "name");
}

export function namespaceOf(object: JsonObject): string {
  return textAt(object, "metadata", "namespace");
}

/** None at all when one value is no string: that is how Kubernetes' unstructured objects answer. */
export function labelsOf(object: JsonObject): ReadonlyMap<string, string> {
  const labels = at(object, "metadata", "labels");
  if (!isObject(labels)) return new Map();
  const entries = Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return entries.length === Object.keys(labels).length ? new Map(entries) : new Map();
}

export function isNamespace(object: JsonObject): boolean {
  const { group, kind } = typeOf(object);
  return group === "" && kind === "Namespace";
}
