import { ts } from "ts-morph";
import type { Expression, Member } from "../ir/expression.js";
import { booleanType } from "../ir/value-type.js";
import { nothing, type Session } from "./session.js";
import { typeAt } from "./types.js";

/**
 * A call or `length` at the end of an optional chain, `a?.b.includes(c)`: undefined where what stands before the last
 * `?.` is absent. Members need no such care, for what is absent has none.
 */
export function guardChain(node: ts.Expression, value: Expression, session: Session): Expression {
  const guard = chainGuard(node);
  if (value === nothing || guard === undefined || !typeAt(guard, session).optional) return value;
  return {
    kind: "choice",
    condition: { kind: "isAbsent", value: session.expression(guard), type: booleanType },
    whenTrue: nothing,
    whenFalse: value,
    type: { ...value.type, optional: true },
  };
}

/** What stands before the last `?.` of a chain that ends here; undefined for what is no end of a chain. */
function chainGuard(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isOptionalChain(node) || continues(node)) return undefined;
  for (let link: ts.Expression = node; ts.isOptionalChain(link); link = link.expression) {
    if (asksHere(link)) return link.expression;
  }
  return undefined;
}

function continues(node: ts.OptionalChain): boolean {
  const { parent } = node;
  return ts.isOptionalChain(parent) && parent.expression === node && !asksHere(parent);
}

/** `x?.y`, and not `.y` further on in the chain. */
function asksHere(link: ts.OptionalChain): boolean {
  return "questionDotToken" in link && link.questionDotToken !== undefined;
}

/** What a method is called on is there: where it is not, the chain has ended before the call, or the object is ill-typed. */
export function asReceiver(value: Expression): Expression {
  if (value.kind !== "member" || value.narrowed || !value.type.optional) return value;
  const receiver: Member = { ...value, type: { ...value.type, optional: false } };
  return receiver;
}

/**
 * `pod.spec?.volumes?.some(isHostPath) ?? false`: an empty array would give what the fallback says, so the array may as well
 * be read as empty where it is absent, and Rego needs no alternative. Undefined where that is not so.
 */
export function withoutGuard(value: Expression, whenAbsent: string | number | boolean): Expression | undefined {
  if (value.kind !== "choice" || value.condition.kind !== "isAbsent" || value.whenTrue !== nothing) return undefined;
  const guard = pathOf(value.condition.value);
  const array = arrayOf(value.whenFalse);
  const receiver = array?.kind === "member" ? pathOf(array) : undefined;
  if (guard === undefined || receiver === undefined || !`${receiver}.`.startsWith(`${guard}.`)) return undefined;
  return ofEmpty(value.whenFalse) === whenAbsent ? value.whenFalse : undefined;
}

/** The array that a method with an answer for an empty one is called on. */
function arrayOf(value: Expression): Expression | undefined {
  if (value.kind === "iteration") return value.source;
  return value.kind === "method" && value.receiver.type.kind === "array" ? value.receiver : undefined;
}

function ofEmpty(value: Expression): boolean | number | undefined {
  if (value.kind === "iteration") {
    return value.operation === "some" ? false : value.operation === "every" ? true : undefined;
  }
  if (value.kind !== "method") return undefined;
  return value.method === "length" ? 0 : value.method === "includes" ? false : undefined;
}

/** A chain of members as a text; undefined for anything else. */
function pathOf(value: Expression): string | undefined {
  if (value.kind === "object" || value.kind === "parameters") return value.kind;
  if (value.kind === "local") return `#${value.local.id}`;
  if (value.kind !== "member" || value.key.kind !== "literal") return undefined;
  const base = pathOf(value.base);
  return base === undefined ? undefined : `${base}.${JSON.stringify(value.key.value)}`;
}
