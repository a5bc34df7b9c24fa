import { ts } from "ts-morph";
import type { ValueKind, ValueType } from "../ir/value-type.js";
import type { Session } from "./session.js";

/** What the value of an expression may be, where it stands. */
export function typeAt(node: ts.Expression, session: Session): ValueType {
  return valueType(session.checker.getTypeAtLocation(node), session.checker);
}

export function valueType(type: ts.Type, checker: ts.TypeChecker): ValueType {
  const optional = mayBeAbsent(type);
  const present = checker.getNonNullableType(type);
  const kind = kindOf(present, checker);
  if (kind !== "array") return { kind, optional };
  const element = elementType(present, checker);
  return element === undefined ? { kind, optional } : { kind, element: valueType(element, checker), optional };
}

export function mayBeAbsent(type: ts.Type): boolean {
  const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void;
  return type.isUnion() ? type.types.some((member) => (member.flags & absent) !== 0) : (type.flags & absent) !== 0;
}

function kindOf(type: ts.Type, checker: ts.TypeChecker): ValueKind {
  const kinds = new Set((type.isUnion() ? type.types : [type]).map((member) => memberKind(member, checker)));
  const [only = "unknown", ...others] = kinds;
  if (others.length === 0) return only;
  const scalars: readonly ValueKind[] = ["string", "number", "scalar"];
  return [...kinds].every((kind) => scalars.includes(kind)) ? "scalar" : "unknown";
}

function memberKind(type: ts.Type, checker: ts.TypeChecker): ValueKind {
  if (type.flags & ts.TypeFlags.StringLike) return "string";
  if (type.flags & ts.TypeFlags.NumberLike) return "number";
  if (type.flags & ts.TypeFlags.BooleanLike) return "boolean";
  if (type.isIntersection()) return kindOfIntersection(type, checker);
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "array";
  return type.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive) ? "object" : "unknown";
}

/** A branded text is a text. */
function kindOfIntersection(type: ts.IntersectionType, checker: ts.TypeChecker): ValueKind {
  const kinds = type.types.map((part) => memberKind(part, checker));
  return kinds.find((kind) => kind !== "object" && kind !== "unknown") ?? "object";
}

function elementType(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.getIndexTypeOfType(type, ts.IndexKind.Number);
}

export function typeName(node: ts.Expression, session: Session): string {
  return session.checker.typeToString(session.checker.getTypeAtLocation(node));
}

/** Whether a member was declared as Kubernetes' `Quantity`, which is a text or a number in a manifest. */
export function isDeclaredQuantity(declaration: ts.Node | undefined): boolean {
  if (declaration === undefined || !declaration.getSourceFile().fileName.includes("/kubernetes-types/")) return false;
  if (!ts.isPropertySignature(declaration) && !ts.isIndexSignatureDeclaration(declaration)) return false;
  const { type } = declaration;
  return type !== undefined && ts.isTypeReferenceNode(type) && type.typeName.getText() === "Quantity";
}
