import { at, isObject, type Json, type JsonObject, textAt } from "../resources/json.js";
import { typeOf } from "./object.js";
import type { Review } from "./review.js";

export function isAdmissionReview(object: JsonObject): boolean {
  const { group, kind } = typeOf(object);
  return group === "admission.k8s.io" && kind === "AdmissionReview";
}

/**
 * The review that an AdmissionReview in a file asks for. An AdmissionReview is read strictly, as gator does: an unknown
 * field is an error. On DELETE the old object is also presented as the object (setObjectOnDelete in pkg/target).
 */
export function admissionReview(review: JsonObject): Review | { readonly error: string } {
  const request = at(review, "request");
  if (!isObject(request)) return { error: "the AdmissionReview has no request" };
  const unknown = unknownField(review);
  if (unknown !== undefined) return { error: `an AdmissionReview has no field ${unknown}` };
  const objects = ["object", "oldObject"].map((field) => objectAt(request, field));
  const [object, oldObject] = objects;
  for (const read of objects) if (typeof read === "string") return { error: read };
  if (!isObject(object) && !isObject(oldObject)) return { error: "the request has neither object nor oldObject" };
  const isDelete = textAt(request, "operation") === "DELETE";
  if (isDelete && !isObject(oldObject)) return { error: "a DELETE request needs an oldObject" };
  return present(request, isDelete ? oldObject : object, oldObject);
}

function objectAt(request: JsonObject, field: string): JsonObject | string | undefined {
  const value = at(request, field);
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) return `request.${field} is no object`;
  return textAt(value, "kind") === "" ? `request.${field} has no kind` : value;
}

function present(request: JsonObject, object: Json | undefined, oldObject: Json | undefined): Review {
  const optional = [
    "subResource",
    "requestKind",
    "requestResource",
    "requestSubResource",
    "name",
    "namespace",
    "dryRun",
  ];
  const present = optional.filter((field) => !isEmpty(at(request, field)));
  return {
    input: {
      uid: textAt(request, "uid"),
      kind: named(request, "kind", ["group", "version", "kind"]),
      resource: named(request, "resource", ["group", "version", "resource"]),
      ...Object.fromEntries(present.map((field) => [field, at(request, field) ?? null])),
      operation: textAt(request, "operation"),
      userInfo: at(request, "userInfo") ?? {},
      object: object ?? null,
      oldObject: oldObject ?? null,
      options: at(request, "options") ?? null,
      namespaceObject: {},
    },
    object: isObject(object) ? object : undefined,
    oldObject: isObject(oldObject) ? oldObject : undefined,
    namespace: textAt(request, "namespace"),
    source: "Original",
  };
}

/** What Go's encoder leaves out for `omitempty`. */
function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function named(request: JsonObject, field: string, members: readonly string[]): JsonObject {
  return Object.fromEntries(members.map((member) => [member, textAt(request, field, member)]));
}

const typeMembers = ["group", "version", "kind"];
const resourceMembers = ["group", "version", "resource"];

/** The fields of admission.k8s.io/v1, by their place. */
const known: readonly { readonly path: readonly string[]; readonly fields: readonly string[] }[] = [
  { path: [], fields: ["apiVersion", "kind", "request", "response"] },
  {
    path: ["request"],
    fields: [
      ...["uid", "kind", "resource", "subResource", "requestKind", "requestResource", "requestSubResource"],
      ...["name", "namespace", "operation", "userInfo", "object", "oldObject", "dryRun", "options"],
    ],
  },
  { path: ["request", "kind"], fields: typeMembers },
  { path: ["request", "requestKind"], fields: typeMembers },
  { path: ["request", "resource"], fields: resourceMembers },
  { path: ["request", "requestResource"], fields: resourceMembers },
  { path: ["request", "userInfo"], fields: ["username", "uid", "groups", "extra"] },
];

function unknownField(review: JsonObject): string | undefined {
  for (const { path, fields } of known) {
    const value = at(review, ...path);
    const unknown = isObject(value) ? Object.keys(value).find((key) => !fields.includes(key)) : undefined;
    if (unknown !== undefined) return [...path, unknown].join(".");
  }
  return undefined;
}
