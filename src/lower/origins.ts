import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { LocalOrigin, Session } from "./session.js";

/** Notes what is known of a local from the value that it holds. */
export function noteValue(local: Local, value: Expression, session: Session): void {
  session.origins.set(local.id, {
    certain: certainOrigin(value, session),
    configured: isConfigured(value, session),
    place: placeOf(value, session),
  });
}

/** Notes what is known of a local that stands for each element of an array. */
export function noteElement(local: Local, source: Expression, session: Session): void {
  session.origins.set(local.id, {
    certain: certainOrigin(source, session),
    configured: isConfigured(source, session),
    place: placeOf(source, session) === undefined ? undefined : "value",
  });
}

/** From where a value's members are certain to be there; undefined for the object under review and all that is not known. */
export function certainOrigin(value: Expression, session: Session): LocalOrigin["certain"] {
  switch (value.kind) {
    case "parameters":
      return "parameters";
    case "record":
      return "rule";
    case "list":
      return ofAll(value.items, session);
    case "local":
      return session.origins.get(value.local.id)?.certain;
    case "member":
      return value.certain && certainOrigin(value.base, session) === "parameters" ? "parameters" : undefined;
    case "iteration":
      return certainOrigin(value.operation === "map" ? value.body : value.source, session);
    default:
      return undefined;
  }
}

function ofAll(items: readonly Expression[], session: Session): LocalOrigin["certain"] {
  const [first, ...others] = items.map((item) => certainOrigin(item, session));
  return others.every((other) => other === first) ? first : undefined;
}

/** Whether a value is a constant or part of the parameters, whatever the object. */
export function isConfigured(value: Expression, session: Session): boolean {
  switch (value.kind) {
    case "parameters":
    case "literal":
      return true;
    case "local":
      return session.origins.get(value.local.id)?.configured ?? false;
    case "member":
      return isConfigured(value.base, session);
    case "fallback":
      return isConfigured(value.value, session) && isConfigured(value.otherwise, session);
    case "list":
      return value.items.every((item) => isConfigured(item, session));
    case "record":
      return value.members.every((member) => isConfigured(member.value, session));
    case "text":
      return value.parts.every((part) => isConfigured(part, session));
    case "iteration":
      return isConfigured(value.operation === "map" ? value.body : value.source, session);
    default:
      return false;
  }
}

/**
 * Whether the place of a value in the reviewed object is known, or that of its elements. Node knows the place of every
 * object by its identity; Rego has values alone, so it knows only what can be followed from the object by name.
 */
export function placeOf(value: Expression, session: Session): LocalOrigin["place"] {
  switch (value.kind) {
    case "object":
      return "value";
    case "local":
      return session.origins.get(value.local.id)?.place;
    case "member":
      return placeOf(value.base, session) === "value" ? "value" : undefined;
    case "fallback": {
      const isEmpty = value.otherwise.kind === "list" && value.otherwise.items.length === 0;
      return isEmpty && placeOf(value.value, session) !== undefined ? "elements" : undefined;
    }
    case "iteration":
      return value.operation === "filter" && placeOf(value.source, session) !== undefined ? "elements" : undefined;
    case "intrinsic": {
      const [pod] = value.arguments;
      const known = value.name === "containers" && pod !== undefined && placeOf(pod, session) === "value";
      return known ? "elements" : undefined;
    }
    default:
      return undefined;
  }
}
