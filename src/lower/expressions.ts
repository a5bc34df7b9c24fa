import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { stringType } from "../ir/value-type.js";
import { lowerCall } from "./calls.js";
import { condition, lowerOperator, negate } from "./conditions.js";
import { lowerElementAccess, lowerPropertyAccess } from "./members.js";
import { lowerConstant, lowerName, rejectSyntax } from "./names.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt, typeName } from "./types.js";

export function lowerExpression(node: ts.Expression, session: Session): Expression {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return session.expression(node.expression);
  }
  if (session.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) return reject(session, node, "any-type", {});
  if (ts.isIdentifier(node)) return lowerName(node, session);
  const constant = isPlainConstant(node) ? lowerConstant(node, session) : undefined;
  if (constant !== undefined) return constant;
  if (ts.isPropertyAccessExpression(node)) return lowerProperty(node, session);
  if (ts.isElementAccessExpression(node)) return lowerElement(node, session);
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
  if (ts.isRegularExpressionLiteral(node)) return lowerPattern(node, session);
  return rejectSyntax(node, session);
}

function isPlainConstant(node: ts.Expression): boolean {
  return (
    ts.isLiteralExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}

function lowerProperty(node: ts.PropertyAccessExpression, session: Session): Expression {
  const receiver = typeAt(node.expression, session);
  if (node.name.text === "length" && receiver.kind === "array") {
    return {
      kind: "method",
      method: "length",
      receiver: session.expression(node.expression),
      arguments: [],
      type: { kind: "number", optional: false },
    };
  }
  if (receiver.kind === "object" || receiver.kind === "unknown") return lowerPropertyAccess(node, session);
  return reject(session, node, "unsupported-syntax", {
    construct: `\`.${node.name.text}\` of a value of type ${typeName(node.expression, session)}`,
    instead: "Compare a text with `===`, or use `startsWith`, `endsWith`, `includes` and regular expressions.",
  });
}

function lowerElement(node: ts.ElementAccessExpression, session: Session): Expression {
  if (typeAt(node.expression, session).kind !== "array") return lowerElementAccess(node, session);
  return reject(session, node, "unsupported-syntax", {
    construct: "An element by its number",
    instead: "Iterate with `for...of`, or ask with `some` and `every`.",
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

function printable(node: ts.Expression, session: Session): Expression {
  const type = typeAt(node, session);
  const value = session.expression(node);
  const scalar =
    value.type.kind === "string" ||
    value.type.kind === "number" ||
    value.type.kind === "boolean" ||
    value.type.kind === "scalar";
  if (value === nothing || (scalar && !type.optional)) return value;
  return reject(session, node, "text-not-printable", { type: typeName(node, session) });
}

function lowerBinary(node: ts.BinaryExpression, session: Session): Expression {
  if (node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) {
    return lowerOperator(node, session) ?? rejectSyntax(node, session);
  }
  const value = session.expression(node.left);
  const otherwise = session.expression(node.right);
  const type = typeAt(node, session);
  const kind = value.type.kind === "scalar" ? "scalar" : type.kind;
  return { kind: "fallback", value, otherwise, type: { ...type, kind } };
}

function lowerChoice(node: ts.ConditionalExpression, session: Session): Expression {
  return {
    kind: "choice",
    condition: condition(node.condition, session),
    whenTrue: session.expression(node.whenTrue),
    whenFalse: session.expression(node.whenFalse),
    type: typeAt(node, session),
  };
}

function lowerList(node: ts.ArrayLiteralExpression, session: Session): Expression {
  return {
    kind: "list",
    items: node.elements.map((element) => session.expression(element)),
    type: typeAt(node, session),
  };
}

function lowerRecord(node: ts.ObjectLiteralExpression, session: Session): Expression {
  const members = node.properties.flatMap((property) => {
    const name =
      property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name))
        ? property.name.text
        : undefined;
    if (name !== undefined && ts.isPropertyAssignment(property))
      return [{ key: name, value: session.expression(property.initializer) }];
    if (name !== undefined && ts.isShorthandPropertyAssignment(property))
      return [{ key: name, value: session.expression(property.name) }];
    rejectSyntax(property, session);
    return [];
  });
  return { kind: "record", members, type: typeAt(node, session) };
}

function lowerNew(node: ts.NewExpression, session: Session): Expression {
  const [pattern, flags] = node.arguments ?? [];
  if (
    !ts.isIdentifier(node.expression) ||
    node.expression.text !== "RegExp" ||
    pattern === undefined ||
    flags !== undefined
  ) {
    return rejectSyntax(node, session);
  }
  return { kind: "pattern", source: session.expression(pattern), type: { kind: "object", optional: false } };
}

/** A literal pattern: what RE2 lacks, and flags, are refused where they stand. */
function lowerPattern(node: ts.RegularExpressionLiteral, session: Session): Expression {
  const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
  const foreign = /\(\?[=!<](?![a-zA-Z])|\(\?<[=!]|\\[1-9]|\\k</.exec(source);
  if (foreign !== null || flags !== "") {
    return reject(session, node, "unsupported-syntax", {
      construct: foreign === null ? "A flag on a regular expression" : `\`${foreign[0]}\` in a regular expression`,
      instead: "Rego matches with RE2, which has no look-around and no back-references; write the alternatives out.",
    });
  }
  const value = source.replaceAll("\\/", "/");
  return {
    kind: "pattern",
    source: { kind: "literal", value, type: stringType },
    type: { kind: "object", optional: false },
  };
}
