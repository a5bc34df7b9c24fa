import { ts } from "ts-morph";
import type { Expression, LocalValue } from "../ir/expression.js";
import { booleanType, numberType, stringType } from "../ir/value-type.js";
import { constantInitializer, fold, propertyName } from "../read/fold.js";
import { member } from "./members.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt } from "./types.js";

/** Lets the names of a binding stand for a value, or for its members where the value is taken apart. */
export function bindNames(name: ts.BindingName, value: Expression, session: Session): void {
  if (ts.isIdentifier(name)) {
    const symbol = session.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) session.names.set(symbol, value);
    return;
  }
  for (const element of name.elements) if (!ts.isOmittedExpression(element)) bindMember(element, name, value, session);
}

function bindMember(element: ts.BindingElement, pattern: ts.BindingPattern, value: Expression, session: Session): void {
  const key = element.propertyName ?? element.name;
  const name = ts.isObjectBindingPattern(key) || ts.isArrayBindingPattern(key) ? undefined : propertyName(key);
  const isPlain = element.dotDotDotToken === undefined && element.initializer === undefined;
  if (ts.isObjectBindingPattern(pattern) && isPlain && name !== undefined) {
    bindNames(element.name, member(value, name, element, session), session);
    return;
  }
  reject(session, element, "unsupported-syntax", {
    construct: "This way of taking a value apart",
    instead: "Name the members: `const { name, image } = container`, with defaults by `??` where they are used.",
  });
  bindNames(element.name, nothing, session);
}

/** What a name stands for: a local, a parameter, or a constant outside the check, put in its place. */
export function lowerName(node: ts.Identifier, session: Session): Expression {
  if (isUndefined(node, session)) return nothing;
  const symbol = session.checker.getSymbolAtLocation(node);
  const value = symbol && (session.names.get(symbol) ?? shorthandValue(node, session));
  if (value !== undefined) return value.kind === "local" ? narrow(value, node, session) : value;
  return lowerOuterConstant(node, session) ?? reject(session, node, "unsupported-name", { name: `\`${node.text}\`` });
}

/** `undefined` is a name like any other, and could be somebody's own. */
function isUndefined(node: ts.Identifier, session: Session): boolean {
  const symbol = node.text === "undefined" ? session.checker.getSymbolAtLocation(node) : undefined;
  return symbol !== undefined && session.checker.isUndefinedSymbol(symbol);
}

/** A `const` outside the check stands for its value, which is lowered wherever it is used. */
export function lowerOuterConstant(node: ts.Identifier | ts.MemberName, session: Session): Expression | undefined {
  const initializer = constantInitializer(node, session.checker);
  if (initializer === undefined) return undefined;
  if (session.openConstants.has(initializer)) {
    return reject(session, node, "constant-cycle", { name: `\`${node.text}\`` });
  }
  session.openConstants.add(initializer);
  const value = session.expression(initializer);
  session.openConstants.delete(initializer);
  return value;
}

/** Where control flow has excluded that a local is absent, its value there is not optional. */
function narrow(value: LocalValue, node: ts.Identifier, session: Session): Expression {
  if (!value.type.optional || typeAt(node, session).optional) return value;
  return { ...value, type: { ...value.type, optional: false } };
}

/** In `{ container }` the name is a member of the record and a value at once; the value is wanted. */
function shorthandValue(node: ts.Identifier, session: Session): Expression | undefined {
  if (!ts.isShorthandPropertyAssignment(node.parent)) return undefined;
  const symbol = session.checker.getShorthandAssignmentValueSymbol(node.parent);
  return symbol === undefined ? undefined : session.names.get(symbol);
}

/** A constant that can be computed now, such as `"CAP_".length` or a member of an enum. */
export function lowerConstant(node: ts.Expression, session: Session): Expression | undefined {
  const folded = fold(node, session.checker);
  if (!folded.ok) return undefined;
  const { value } = folded;
  if (typeof value === "string") return { kind: "literal", value, type: stringType };
  if (typeof value === "number") return { kind: "literal", value, type: numberType };
  if (typeof value === "boolean") return { kind: "literal", value, type: booleanType };
  return value === null ? nothing : undefined;
}
