import { ts } from "ts-morph";
import type { Expression, LocalValue } from "../ir/expression.js";
import { constantInitializer, fold } from "../read/fold.js";
import { member } from "./members.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt } from "./types.js";
import { unsupported } from "./unsupported.js";

/** Lets the names of a binding stand for a value, or for its members where the value is taken apart. */
export function bindNames(name: ts.BindingName, value: Expression, session: Session): void {
  if (ts.isIdentifier(name)) {
    const symbol = session.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) session.names.set(symbol, value);
    return;
  }
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    const isPlain =
      ts.isObjectBindingPattern(name) && element.dotDotDotToken === undefined && element.initializer === undefined;
    const key = element.propertyName ?? element.name;
    if (!isPlain || !ts.isIdentifier(key)) {
      reject(session, element, "unsupported-syntax", {
        construct: "This way of taking a value apart",
        instead: "Name the members: `const { name, image } = container`, with defaults by `??` where they are used.",
      });
      bindNames(element.name, nothing, session);
      continue;
    }
    bindNames(element.name, member(value, key.text, element, session), session);
  }
}

/** What a name stands for: a local, a parameter, or a constant outside the check, put in its place. */
export function lowerName(node: ts.Identifier, session: Session): Expression {
  if (node.text === "undefined") return nothing;
  const symbol = session.checker.getSymbolAtLocation(node);
  const value = symbol && (session.names.get(symbol) ?? shorthandValue(node, session));
  if (value !== undefined) return value.kind === "local" ? narrow(value, node, session) : value;
  const initializer = constantInitializer(node, session.checker);
  if (initializer !== undefined) return session.expression(initializer);
  return reject(session, node, "unsupported-name", { name: `\`${node.text}\`` });
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
  if (typeof value === "string") return { kind: "literal", value, type: { kind: "string", optional: false } };
  if (typeof value === "number") return { kind: "literal", value, type: { kind: "number", optional: false } };
  if (typeof value === "boolean") return { kind: "literal", value, type: { kind: "boolean", optional: false } };
  return value === null ? nothing : undefined;
}

export function rejectSyntax(node: ts.Node, session: Session): Expression {
  return reject(session, node, "unsupported-syntax", unsupported(node));
}
