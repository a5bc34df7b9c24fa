import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { stringType, type ValueType } from "../ir/value-type.js";
import { isOfLibrary } from "../read/origin.js";
import { certainOrigin } from "./origins.js";
import { nothing, reject, type Session } from "./session.js";
import { isDeclaredQuantity, mayBeAbsent, typeAt, typeName, valueType } from "./types.js";
import { rejectSyntax } from "./unsupported.js";

/** `base.name` and `base?.name`. */
export function lowerPropertyAccess(node: ts.PropertyAccessExpression, session: Session): Expression {
  const base = session.expression(node.expression);
  const symbol = session.checker.getSymbolAtLocation(node.name);
  const declaration = symbol?.valueDeclaration ?? indexDeclaration(node.expression, session);
  if (typeAt(node.expression, session).kind !== "object" || (declaration !== undefined && isOfLibrary(declaration))) {
    return reject(session, node, "unsupported-syntax", {
      construct: `\`.${node.name.text}\` of a value of type ${typeName(node.expression, session)}`,
      instead:
        "Members are read of objects whose type names them; texts have methods, arrays have `length` and methods.",
    });
  }
  return memberOf(base, { key: textKey(node.name.text), node, declaration, symbol }, session);
}

/** `base[key]`: with noUncheckedIndexedAccess the member may always be absent. */
export function lowerElementAccess(node: ts.ElementAccessExpression, session: Session): Expression {
  const base = session.expression(node.expression);
  const key = session.expression(node.argumentExpression);
  const { kind } = typeAt(node.expression, session);
  if (kind !== "object" || (key !== nothing && key.type.kind !== "string")) return rejectIndex(node, kind, session);
  const type = session.checker.getNonNullableType(session.checker.getTypeAtLocation(node.expression));
  const symbol = key.kind === "literal" ? session.checker.getPropertyOfType(type, String(key.value)) : undefined;
  const declaration = symbol === undefined ? indexDeclaration(node.expression, session) : symbol.valueDeclaration;
  return memberOf(base, { key, node, declaration, symbol }, session);
}

/** Where it is declared what any member of a value is: `{ [name: string]: Quantity }`. */
function indexDeclaration(node: ts.Expression, session: Session): ts.Declaration | undefined {
  const type = session.checker.getNonNullableType(session.checker.getTypeAtLocation(node));
  return session.checker.getIndexInfoOfType(type, ts.IndexKind.String)?.declaration;
}

function rejectIndex(node: ts.ElementAccessExpression, kind: string, session: Session): Expression {
  if (kind !== "array" && kind !== "string" && kind !== "object") return rejectSyntax(node, session);
  return reject(session, node, "unsupported-syntax", {
    construct: kind === "object" ? "A key that is no text" : "An element by its number",
    instead:
      kind === "array"
        ? "Iterate with `for...of`, or ask with `some` and `every`."
        : "Read a member by its name as a text: `labels[name]`.",
  });
}

/** A member by destructuring: `const { name } = base`. */
export function member(base: Expression, name: string, node: ts.BindingElement, session: Session): Expression {
  const pattern = session.checker.getNonNullableType(session.checker.getTypeAtLocation(node.parent));
  const symbol = session.checker.getPropertyOfType(pattern, name);
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && isOfLibrary(declaration)) return rejectSyntax(node, session);
  return memberOf(base, { key: textKey(name), node: node.name, declaration, symbol }, session);
}

function mayLack(symbol: ts.Symbol | undefined, session: Session): boolean {
  if (symbol === undefined) return true;
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0 || mayBeAbsent(session.checker.getTypeOfSymbol(symbol));
}

interface MemberPlace {
  readonly key: Expression;
  readonly node: ts.Node;
  /** The member as declared; absent for one of an index signature. */
  readonly symbol: ts.Symbol | undefined;
  readonly declaration: ts.Declaration | undefined;
}

function memberOf(base: Expression, place: MemberPlace, session: Session): Expression {
  const { key, node, declaration } = place;
  if (base === nothing || key === nothing) return nothing;
  const written = base.kind === "record" ? writtenMember(base, key) : undefined;
  if (written !== undefined) return written;
  const here = typeHere(node, place, session);
  const mayLackIt = mayLack(place.symbol, session);
  const kind = isDeclaredQuantity(declaration) ? "scalar" : here.kind;
  const type: ValueType = { ...here, kind, optional: here.optional || mayLackIt };
  return {
    kind: "member",
    base,
    key,
    type,
    narrowed: mayLackIt && !here.optional,
    certain: !type.optional && isCertain(base, type, declaration, session),
  };
}

/** The type of a member where it stands; as declared where control flow has left nothing of it but undefined. */
function typeHere(node: ts.Node, { symbol }: MemberPlace, session: Session): ValueType {
  const type = session.checker.getTypeAtLocation(node);
  const isGone = (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Never)) !== 0;
  if (!isGone || symbol === undefined) return valueType(type, session.checker);
  const declared = valueType(session.checker.getTypeOfSymbol(symbol), session.checker);
  return type.flags & ts.TypeFlags.Never ? declared : { ...declared, optional: true };
}

/** A member of a record that stands right there, such as a constant outside the check, is what was written. */
function writtenMember(base: Expression & { kind: "record" }, key: Expression): Expression | undefined {
  if (key.kind !== "literal") return undefined;
  return base.members.find((each) => each.key === key.value)?.value;
}

/**
 * A member that is there whatever the object: the name of a container, which the library puts there, what the schema of
 * the parameters demands, for the API server lets no other parameters in, and what the rule itself wrote.
 */
function isCertain(
  base: Expression,
  type: ValueType,
  declaration: ts.Declaration | undefined,
  session: Session,
): boolean {
  if (base.kind === "parameters") return true;
  const isPlainList = type.kind === "array" && type.element?.kind !== "object";
  if (!isPlainList && certainOrigin(base, session) !== undefined) return true;
  return declaration !== undefined && session.rules.isAuthoring(declaration) && isContainerName(declaration);
}

function isContainerName(declaration: ts.Declaration): boolean {
  const owner = declaration.parent;
  return ts.isInterfaceDeclaration(owner) && owner.name.text === "AnyContainer";
}

function textKey(value: string): Expression {
  return { kind: "literal", value, type: stringType };
}
