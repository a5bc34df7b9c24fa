import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { eitherType, type ValueKind, type ValueType } from "../ir/value-type.js";
import { isLibraryType } from "../read/origin.js";
import type { Session } from "./session.js";

/** What the value of an expression may be, where it stands. */
export function typeAt(node: ts.Expression, session: Session): ValueType {
  return valueType(session.checker.getTypeAtLocation(node), session.checker);
}

/** Arrays of arrays are followed so deep: a type such as `type Endless = Endless[]` has no end. */
const deepest = 4;

export function valueType(written: ts.Type, checker: ts.TypeChecker, depth = 0): ValueType {
  const type = constraintOf(written, checker);
  const optional = mayBeAbsent(type);
  const present = checker.getNonNullableType(type);
  const kind = kindOf(present, checker);
  if (kind !== "array") return { kind, optional };
  const element = checker.getIndexTypeOfType(present, ts.IndexKind.Number);
  if (element === undefined || element.flags & ts.TypeFlags.Never || depth === deepest) return { kind, optional };
  return { kind, element: valueType(element, checker, depth + 1), optional };
}

/** A type parameter is at least what it extends. */
function constraintOf(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  return type.flags & ts.TypeFlags.Instantiable ? (checker.getBaseConstraintOfType(type) ?? type) : type;
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
  if ((type.flags & ts.TypeFlags.Object) === 0 || type.getCallSignatures().length > 0) return "unknown";
  return isRegExp(type) || !isLibraryType(type) ? "object" : "unknown";
}

/** A branded text is a text. */
function kindOfIntersection(type: ts.IntersectionType, checker: ts.TypeChecker): ValueKind {
  const kinds = type.types.map((part) => memberKind(part, checker));
  return kinds.find((kind) => kind !== "object" && kind !== "unknown") ?? "object";
}

/** A regular expression of JavaScript's own. */
export function isRegExp(type: ts.Type): boolean {
  return type.symbol?.name === "RegExp" && isLibraryType(type);
}

/** What a value may be that is one of several. `undefined` says nothing but that it may be absent. */
export function typeOfAny(values: readonly Expression[]): ValueType | undefined {
  const [first, ...others] = values.filter((value) => value.kind !== "absent").map((value) => value.type);
  if (first === undefined) return values[0]?.type;
  const type = others.reduce(eitherType, first);
  return others.length + 1 === values.length ? type : { ...type, optional: true };
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

/**
 * Whether TypeScript could not find the type and says so itself. (Its own name for such a type is `error`; it prints as
 * any.) In a library's declarations, which are not checked, it says nothing.
 */
export function isReported(type: ts.Type, { rules }: Session): boolean {
  if (!("intrinsicName" in type) || type.intrinsicName !== "error") return false;
  const { program, isOwn } = rules;
  return program.getSourceFiles().some((file) => isOwn(file) && program.getSemanticDiagnostics(file).length > 0);
}
