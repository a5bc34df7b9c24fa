import type { Expression, Member } from "../ir/expression.js";
import type { ValueKind, ValueType } from "../ir/value-type.js";
import { array, call, compare, holds as holdsLiteral, type Literal, type Ref, scalar, type Term } from "./ast.js";
import type { Context } from "./context.js";
import { libraryCall } from "./library-call.js";
import type { Scope } from "./scope.js";

/** A chain of members: `pod.spec?.securityContext` is the base `pod` with two keys. */
export interface MemberPath {
  /** The variable that the chain starts from, or the call that makes its base. */
  readonly base: Term;
  readonly keys: readonly Term[];
}

/** Follows a chain of members, through constants that stand for one, down to what it starts from. */
export function memberPath(expression: Member, scope: Scope, context: Context): MemberPath {
  const keys: Term[] = [];
  let current: Expression = expression;
  for (;;) {
    if (current.kind === "member") {
      keys.unshift(context.term(current.key, scope));
      current = current.base;
      continue;
    }
    const alias: Expression | undefined = aliasOf(current, scope);
    if (alias === undefined || (alias.kind !== "member" && alias.kind !== "object" && alias.kind !== "local")) break;
    current = alias;
  }
  return { base: context.term(current, scope), keys };
}

/** What a constant stands for that has no variable of its own; undefined for anything else. */
export function aliasOf(expression: Expression, scope: Scope): Expression | undefined {
  if (expression.kind !== "local") return undefined;
  const binding = scope.bindings.get(expression.local.id);
  return binding?.kind === "alias" ? (aliasOf(binding.value, scope) ?? binding.value) : undefined;
}

/** `base.a.b`: undefined where a part is absent. Absent when the base is no variable. */
export function directRef({ base, keys }: MemberPath): Ref | undefined {
  if (base.kind === "var") return { kind: "ref", head: base.name, path: keys };
  if (base.kind === "ref") return { kind: "ref", head: base.head, path: [...base.path, ...keys] };
  return undefined;
}

/** The member's value, total: null, or the zero value of its type, where it is absent or of another type. */
export function readMember(expression: Member, scope: Scope, context: Context): Term {
  const path = memberPath(expression, scope, context);
  const direct = directRef(path);
  if (direct !== undefined && expression.certain) return direct;
  const { base, keys } = path;
  const { type, narrowed } = expression;
  // TypeScript's word that a member is there is not taken for it: its narrowing by `??` is wrong at times.
  const isList = narrowed && type.kind === "array";
  return type.optional && !isList ? readOptional(type, base, keys) : readOr(type, zeroOf(type.kind), base, keys);
}

function readOptional(type: ValueType, base: Term, keys: readonly Term[]): Term {
  if (type.kind === "scalar") return libraryCall("fields", "scalar", base, array(keys));
  if (type.kind === "unknown") return libraryCall("fields", "value", base, array(keys));
  const types = elementTypes(type);
  if (types.length > 0)
    return libraryCall("fields", "elements", base, array(keys), array(types.map(scalar)), scalar(null));
  return libraryCall("fields", "optional", base, array(keys), scalar(type.kind));
}

/** The types that elements of an array may have, where those of another type must be left out: none for objects. */
function elementTypes({ element }: ValueType): readonly string[] {
  if (element === undefined || element.kind === "object" || element.kind === "unknown") return [];
  const types = element.kind === "scalar" ? ["string", "number"] : [element.kind];
  return element.optional ? [...types, "null"] : types;
}

/** The value at a path, or the fallback, which is of its kind; arrays of scalars come without elements of another type. */
export function readOr(type: ValueType, fallback: Term, base: Term, keys: readonly Term[]): Term {
  if (type.kind === "scalar") return libraryCall("fields", "scalar", base, array(keys));
  if (type.kind === "unknown") return libraryCall("fields", "value", base, array(keys));
  const types = elementTypes(type);
  if (types.length === 0) return libraryCall("fields", "get", base, array(keys), fallback);
  const isEmpty = fallback.kind === "array" && fallback.items.length === 0;
  if (isEmpty && types.join() === "string") return libraryCall("fields", "strings", base, array(keys));
  if (isEmpty && types.join() === "number") return libraryCall("fields", "numbers", base, array(keys));
  return libraryCall("fields", "elements", base, array(keys), array(types.map(scalar)), fallback);
}

/** What a required member reads as where the object lacks it. */
export function zeroOf(kind: ValueKind): Term {
  switch (kind) {
    case "string":
      return scalar("");
    case "number":
      return scalar(0);
    case "boolean":
      return scalar(false);
    case "array":
      return array([]);
    case "object":
      return { kind: "object", members: [] };
    case "scalar":
    case "unknown":
      return scalar(null);
  }
}

const typeTests: Partial<Record<ValueKind, string>> = {
  string: "is_string",
  number: "is_number",
  boolean: "is_boolean",
  array: "is_array",
  object: "is_object",
};

/** Satisfied when the value is there, and of its type. */
export function isPresent(expression: Expression, scope: Scope, context: Context): Literal {
  const source = aliasOf(expression, scope) ?? expression;
  if (source.kind !== "member") return compare(context.term(expression, scope), "!=", scalar(null));
  const test = typeTests[source.type.kind];
  const direct = directRef(memberPath(source, scope, context));
  if (test !== undefined && direct !== undefined) return holdsLiteral(call(test, direct));
  return compare(valueOrNull(source, scope, context), "!=", scalar(null));
}

/**
 * Satisfied when the value is not there, or not of its type. `not is_string(pod.spec.label)` would not do: Rego takes what is
 * handed to a function out of the negation, and where that is undefined nothing holds.
 */
export function isMissing(expression: Expression, scope: Scope, context: Context): Literal {
  const source = aliasOf(expression, scope) ?? expression;
  const value = source.kind === "member" ? valueOrNull(source, scope, context) : context.term(expression, scope);
  return compare(value, "==", scalar(null));
}

/** The member as if it were optional, whatever its elements are. */
function valueOrNull(member: Member, scope: Scope, context: Context): Term {
  const { base, keys } = memberPath(member, scope, context);
  return readOptional({ kind: member.type.kind, optional: true }, base, keys);
}
