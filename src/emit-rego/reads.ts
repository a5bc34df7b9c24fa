import type { Expression, Member } from "../ir/expression.js";
import type { ValueKind, ValueType } from "../ir/value-type.js";
import { array, call, compare, holds as holdsLiteral, type Literal, type Ref, scalar, type Term } from "./ast.js";
import type { Context } from "./context.js";
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

export function aliasOf(expression: Expression, scope: Scope): Expression | undefined {
  if (expression.kind !== "local") return undefined;
  const binding = scope.bindings.get(expression.local.id);
  return binding?.kind === "alias" ? binding.value : undefined;
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
  const { type } = expression;
  // What narrowing knows of an array it does not know of its elements: those are still read one by one.
  const plain = type.kind !== "array" || type.element?.kind === "object";
  if (direct !== undefined && (expression.certain || (expression.narrowed && plain))) return direct;
  const { base, keys } = path;
  const fields = context.library("fields");
  if (type.optional && !expression.narrowed) return readOptional(type, base, keys, fields);
  return readOr(type, zeroOf(type.kind), base, keys, fields);
}

function readOptional(type: ValueType, base: Term, keys: readonly Term[], fields: string): Term {
  if (type.kind === "scalar") return call(`${fields}.scalar`, base, array(keys));
  if (type.kind === "unknown") return call(`${fields}.value`, base, array(keys));
  return call(`${fields}.optional`, base, array(keys), scalar(type.kind));
}

/** The value at a path, or the fallback; arrays of texts or numbers come without elements of another type. */
export function readOr(type: ValueType, fallback: Term, base: Term, keys: readonly Term[], fields: string): Term {
  const empty = fallback.kind === "array" && fallback.items.length === 0;
  if (type.kind === "array" && empty && type.element?.kind === "string") {
    return call(`${fields}.strings`, base, array(keys));
  }
  if (type.kind === "array" && empty && type.element?.kind === "number") {
    return call(`${fields}.numbers`, base, array(keys));
  }
  if (type.kind === "scalar" || type.kind === "unknown") return call(`${fields}.scalar`, base, array(keys));
  return call(`${fields}.get`, base, array(keys), fallback);
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

/** Satisfied when the value is there, and of its type. Total ones can be negated by `==`; the others by `not`. */
export function isPresent(expression: Expression, scope: Scope, context: Context): Literal {
  const source = aliasOf(expression, scope) ?? expression;
  if (source.kind === "member") {
    const test = typeTests[source.type.kind];
    const direct = directRef(memberPath(source, scope, context));
    if (test !== undefined && direct !== undefined) return holdsLiteral(call(test, direct));
    return compare(readMember({ ...source, narrowed: false }, scope, context), "!=", scalar(null));
  }
  return compare(context.term(expression, scope), "!=", scalar(null));
}
