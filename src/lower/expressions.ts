import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { eitherType, required, stringType, type ValueType } from "../ir/value-type.js";
import { memberValue, propertyName } from "../read/fold.js";
import { lowerCall } from "./calls.js";
import { withoutGuard } from "./chains.js";
import { condition, lowerOperator, negate } from "./conditions.js";
import { lowerElementAccess, lowerPropertyAccess } from "./members.js";
import { lowerLength } from "./methods.js";
import { lowerConstant, lowerName, lowerOuterConstant } from "./names.js";
import { lowerNew, lowerPatternLiteral } from "./patterns.js";
import { nothing, reject, type Session } from "./session.js";
import { isReported, typeAt, typeName, typeOfAny, valueType } from "./types.js";
import { rejectSyntax } from "./unsupported.js";

export function lowerExpression(node: ts.Expression, session: Session): Expression {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return session.expression(node.expression);
  if (ts.isAsExpression(node)) return lowerCast(node, session);
  const written = session.checker.getTypeAtLocation(node);
  if (written.flags & ts.TypeFlags.Any) {
    return isReported(written, session) ? nothing : reject(session, node, "any-type", {});
  }
  if (ts.isIdentifier(node)) return lowerName(node, session);
  const constant = mayBeConstant(node) ? lowerConstant(node, session) : undefined;
  if (constant !== undefined) return constant;
  if (ts.isPropertyAccessExpression(node)) return lowerProperty(node, session);
  if (ts.isElementAccessExpression(node)) return lowerElementAccess(node, session);
  if (ts.isCallExpression(node)) return lowerCall(node, session);
  if (ts.isTemplateExpression(node)) return lowerTemplate(node, session);
  if (ts.isBinaryExpression(node)) return lowerBinary(node, session);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return negate(condition(node.operand, session));
  }
  if (ts.isConditionalExpression(node)) return lowerChoice(node, session);
  if (ts.isArrayLiteralExpression(node)) return lowerList(node, session);
  if (ts.isObjectLiteralExpression(node)) return lowerRecord(node, session);
  if (ts.isNewExpression(node)) return lowerNew(node, session);
  if (ts.isRegularExpressionLiteral(node)) return lowerPatternLiteral(node, session);
  return rejectSyntax(node, session);
}

function mayBeConstant(node: ts.Expression): boolean {
  return (
    ts.isLiteralExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}

/** A cast that only widens, or names one of several texts, changes nothing; any other may be wrong about the value. */
function lowerCast(node: ts.AsExpression, session: Session): Expression {
  const { checker } = session;
  const value = session.expression(node.expression);
  if (value === nothing || ts.isConstTypeReference(node.type)) return value;
  const from = checker.getTypeAtLocation(node.expression);
  const to = checker.getTypeFromTypeNode(node.type);
  const same = sameKind(valueType(from, checker), valueType(to, checker));
  const isObject = ["object", "array", "unknown"].includes(valueType(to, checker).kind);
  if (same && (!isObject || checker.isTypeAssignableTo(from, to))) return value;
  return reject(session, node, "cast-changes-type", { from: checker.typeToString(from), to: checker.typeToString(to) });
}

function sameKind(from: ValueType, to: ValueType): boolean {
  if (from.kind !== to.kind || (from.optional && !to.optional)) return false;
  return from.element === undefined || to.element === undefined || sameKind(from.element, to.element);
}

function lowerProperty(node: ts.PropertyAccessExpression, session: Session): Expression {
  const { kind } = typeAt(node.expression, session);
  if (node.name.text === "length" && kind === "array") return lowerLength(node, session);
  const imported = ts.isIdentifier(node.expression) ? lowerOuterConstant(node.name, session) : undefined;
  if (imported !== undefined) return imported;
  if (kind !== "string" && kind !== "scalar") return lowerPropertyAccess(node, session);
  session.expression(node.expression);
  return reject(session, node, "unsupported-syntax", {
    construct: `\`.${node.name.text}\` of a text`,
    instead: 'Compare a text with `===`, as in `name !== ""`, or use `startsWith`, `includes` and regular expressions.',
  });
}

function lowerTemplate(node: ts.TemplateExpression, session: Session): Expression {
  const parts: Expression[] = [textOf(node.head.text)];
  for (const span of node.templateSpans) {
    parts.push(printable(span.expression, session), textOf(span.literal.text));
  }
  return {
    kind: "text",
    parts: parts.filter((part) => part.kind !== "literal" || part.value !== ""),
    type: stringType,
  };
}

function textOf(value: string): Expression {
  return { kind: "literal", value, type: stringType };
}

const printableKinds = ["string", "number", "boolean", "scalar"];

function printable(node: ts.Expression, session: Session): Expression {
  const type = typeAt(node, session);
  const value = session.expression(node);
  const isWritten = value !== nothing || isUndefined(type);
  if (!isWritten || (printableKinds.includes(value.type.kind) && !type.optional)) return value;
  return reject(session, node, "text-not-printable", { type: typeName(node, session) });
}

function isUndefined(type: ValueType): boolean {
  return type.optional && type.kind === "unknown";
}

function lowerBinary(node: ts.BinaryExpression, session: Session): Expression {
  if (node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) {
    const value = lowerOperator(node, session);
    if (value !== undefined) return value;
    for (const side of [node.left, node.right]) session.expression(side);
    return rejectSyntax(node, session);
  }
  const value = session.expression(node.left);
  const otherwise = session.expression(node.right);
  if (value === nothing) return otherwise;
  const chained = otherwise.kind === "literal" ? withoutGuard(value, otherwise.value) : undefined;
  if (chained !== undefined) return chained;
  const present = { ...value.type, optional: false };
  const type = otherwise === nothing ? value.type : eitherType(present, otherwise.type);
  return { kind: "fallback", value, otherwise, type };
}

function lowerChoice(node: ts.ConditionalExpression, session: Session): Expression {
  const chosen = condition(node.condition, session);
  const whenTrue = session.expression(node.whenTrue);
  const whenFalse = session.expression(node.whenFalse);
  const type = typeOfAny([whenTrue, whenFalse]) ?? nothing.type;
  return { kind: "choice", condition: chosen, whenTrue, whenFalse, type };
}

function lowerList(node: ts.ArrayLiteralExpression, session: Session): Expression {
  const items = node.elements.map((element) => session.expression(element));
  const expected = items.length > 0 ? undefined : session.checker.getContextualType(node);
  const element = typeOfAny(items) ?? (expected && valueType(expected, session.checker).element);
  return { kind: "list", items, type: required("array", element) };
}

function lowerRecord(node: ts.ObjectLiteralExpression, session: Session): Expression {
  const members = node.properties.flatMap((property) => {
    const value = memberValue(property);
    const key = property.name === undefined ? undefined : propertyName(property.name);
    if (value !== undefined && key !== undefined && key !== "__proto__") {
      return [{ key, value: session.expression(value) }];
    }
    rejectSyntax(property, session);
    return [];
  });
  return { kind: "record", members, type: required("object") };
}
