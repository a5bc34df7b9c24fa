import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { ValueType } from "../ir/value-type.js";
import { nothing, type Origin, type Session } from "./session.js";
import { isDeclaredQuantity, mayBeAbsent, valueType } from "./types.js";

/** `base.name` and `base?.name`. */
export function lowerPropertyAccess(node: ts.PropertyAccessExpression, session: Session): Expression {
  const base = session.expression(node.expression);
  const symbol = session.checker.getSymbolAtLocation(node.name);
  return memberOf(
    base,
    textKey(node.name.text),
    node,
    symbol?.valueDeclaration,
    declaredOptional(symbol, session),
    session,
  );
}

/** `base[key]`: with noUncheckedIndexedAccess the member may always be absent. */
export function lowerElementAccess(node: ts.ElementAccessExpression, session: Session): Expression {
  const base = session.expression(node.expression);
  const key = session.expression(node.argumentExpression);
  const type = session.checker.getNonNullableType(session.checker.getTypeAtLocation(node.expression));
  if (key.kind === "literal" && typeof key.value === "string") {
    const symbol = session.checker.getPropertyOfType(type, key.value);
    if (symbol !== undefined) {
      return memberOf(base, key, node, symbol.valueDeclaration, declaredOptional(symbol, session), session);
    }
  }
  const index = session.checker.getIndexInfoOfType(type, ts.IndexKind.String);
  return memberOf(base, key, node, index?.declaration, true, session);
}

/** A member by destructuring: `const { name } = base`. */
export function member(base: Expression, name: string, node: ts.BindingElement, session: Session): Expression {
  const pattern = session.checker.getTypeAtLocation(node.parent);
  const symbol = session.checker.getPropertyOfType(session.checker.getNonNullableType(pattern), name);
  return memberOf(base, textKey(name), node.name, symbol?.valueDeclaration, declaredOptional(symbol, session), session);
}

function declaredOptional(symbol: ts.Symbol | undefined, session: Session): boolean {
  if (symbol === undefined) return true;
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0 || mayBeAbsent(session.checker.getTypeOfSymbol(symbol));
}

function memberOf(
  base: Expression,
  key: Expression,
  node: ts.Node,
  declaration: ts.Declaration | undefined,
  declared: boolean,
  session: Session,
): Expression {
  if (base === nothing || key === nothing) return nothing;
  const here = valueType(session.checker.getTypeAtLocation(node), session.checker);
  const kind = isDeclaredQuantity(declaration) ? "scalar" : here.kind;
  const type: ValueType = { ...here, kind, optional: here.optional || declared };
  return {
    kind: "member",
    base,
    key,
    type,
    narrowed: declared && !here.optional,
    certain: !type.optional && isCertain(base, type, declaration, session),
  };
}

/**
 * A member that is there whatever the object: the name of a container, which the library puts there, and what the
 * schema of the parameters demands, for the API server lets no other parameters in.
 */
function isCertain(
  base: Expression,
  type: ValueType,
  declaration: ts.Declaration | undefined,
  session: Session,
): boolean {
  if (base.kind === "parameters") return true;
  const ofTexts = type.kind === "array" && type.element?.kind !== "object";
  if (!ofTexts && originOf(base, session) !== undefined) return true;
  return declaration !== undefined && session.rules.isAuthoring(declaration) && isContainerName(declaration);
}

/** Where a value comes from; undefined for the object under review and whatever else is not known. */
export function originOf(value: Expression, session: Session): Origin | undefined {
  switch (value.kind) {
    case "parameters":
      return "parameters";
    case "list":
      return "rule";
    case "local":
      return session.trusted.get(value.local.id);
    case "member":
      return value.certain && originOf(value.base, session) === "parameters" ? "parameters" : undefined;
    case "iteration":
      return value.operation === "filter" ? originOf(value.source, session) : undefined;
    default:
      return undefined;
  }
}

/** Notes that a local has its value, or its elements, from there. */
export function trust(local: Local, from: Expression, session: Session): void {
  const origin = originOf(from, session);
  if (origin !== undefined) session.trusted.set(local.id, origin);
}

function isContainerName(declaration: ts.Declaration): boolean {
  const owner = declaration.parent;
  return ts.isInterfaceDeclaration(owner) && owner.name.text === "AnyContainer";
}

function textKey(value: string): Expression {
  return { kind: "literal", value, type: { kind: "string", optional: false } };
}
