import { ts } from "ts-morph";
import type { Json } from "../ir/parameter-schema.js";

export type Folded = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly node: ts.Node };

/** The value of a constant expression, found without running anything; or the part that is no constant. */
export function fold(node: ts.Expression, checker: ts.TypeChecker): Folded {
  if (ts.isStringLiteralLike(node)) return constant(node.text);
  if (ts.isNumericLiteral(node)) return constant(Number(node.text));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return constant(true);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return constant(false);
  if (node.kind === ts.SyntaxKind.NullKeyword) return constant(null);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return fold(node.expression, checker);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) return negate(node, checker);
  if (ts.isTemplateExpression(node)) return foldTemplate(node, checker);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return foldSum(node, checker);
  if (ts.isArrayLiteralExpression(node)) return foldArray(node, checker);
  if (ts.isObjectLiteralExpression(node)) return foldObject(node, checker);
  if (ts.isIdentifier(node)) return foldName(node, checker);
  if (ts.isPropertyAccessExpression(node)) return foldMember(node, checker);
  return { ok: false, node };
}

function constant(value: Json): Folded {
  return { ok: true, value };
}

function negate(node: ts.PrefixUnaryExpression, checker: ts.TypeChecker): Folded {
  const operand = fold(node.operand, checker);
  return operand.ok && typeof operand.value === "number" ? constant(-operand.value) : { ok: false, node };
}

function foldTemplate(node: ts.TemplateExpression, checker: ts.TypeChecker): Folded {
  let text = node.head.text;
  for (const part of node.templateSpans) {
    const value = fold(part.expression, checker);
    if (!value.ok) return value;
    if (typeof value.value === "object") return { ok: false, node: part.expression };
    text += String(value.value) + part.literal.text;
  }
  return constant(text);
}

function foldSum(node: ts.BinaryExpression, checker: ts.TypeChecker): Folded {
  const left = fold(node.left, checker);
  const right = fold(node.right, checker);
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (typeof left.value === "string" && typeof right.value === "string") return constant(left.value + right.value);
  return { ok: false, node };
}

function foldArray(node: ts.ArrayLiteralExpression, checker: ts.TypeChecker): Folded {
  const values: Json[] = [];
  for (const element of node.elements) {
    const value = fold(element, checker);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return constant(values);
}

function foldObject(node: ts.ObjectLiteralExpression, checker: ts.TypeChecker): Folded {
  const members: Record<string, Json> = {};
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) return { ok: false, node: property };
    const name = propertyName(property.name);
    if (name === undefined) return { ok: false, node: property.name };
    const value = fold(property.initializer, checker);
    if (!value.ok) return value;
    members[name] = value.value;
  }
  return constant(members);
}

export function propertyName(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}

function foldName(node: ts.Identifier, checker: ts.TypeChecker): Folded {
  const initializer = constantInitializer(node, checker);
  return initializer === undefined ? { ok: false, node } : fold(initializer, checker);
}

/** What a `const` outside any function was set to. */
export function constantInitializer(node: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = declarationOf(node, checker);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const list = declaration.parent;
  const isConst = (list.flags & ts.NodeFlags.Const) !== 0;
  const topLevel = ts.isVariableStatement(list.parent) && ts.isSourceFile(list.parent.parent);
  return isConst && topLevel ? declaration.initializer : undefined;
}

function foldMember(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): Folded {
  const declaration = declarationOf(node.name, checker);
  if (declaration !== undefined && ts.isEnumMember(declaration)) {
    const value = checker.getConstantValue(declaration);
    if (value !== undefined) return constant(value);
  }
  const base = fold(node.expression, checker);
  if (!base.ok) return base;
  if (typeof base.value === "string" && node.name.text === "length") return constant(base.value.length);
  if (typeof base.value !== "object" || base.value === null || Array.isArray(base.value)) return { ok: false, node };
  const member = Object.entries(base.value).find(([key]) => key === node.name.text);
  return member === undefined ? { ok: false, node } : constant(member[1]);
}

/** The declaration behind a name, through imports. */
export function declarationOf(
  node: ts.Identifier | ts.MemberName,
  checker: ts.TypeChecker,
): ts.Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined) return undefined;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.valueDeclaration ?? target.declarations?.[0];
}
