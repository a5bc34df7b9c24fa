import { ts } from "ts-morph";
import type { Json } from "../ir/parameter-schema.js";

export type Folded = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly node: ts.Node };

/** What folding needs: the checker, and the constants being folded, for one may contain itself. */
interface Folder {
  readonly checker: ts.TypeChecker;
  readonly open: readonly ts.Node[];
}

/** The value of a constant expression, found without running anything; or the part that is no constant. */
export function fold(node: ts.Expression, checker: ts.TypeChecker): Folded {
  return foldWith(node, { checker, open: [] });
}

function foldWith(node: ts.Expression, folder: Folder): Folded {
  if (ts.isStringLiteralLike(node)) return constant(node.text);
  if (ts.isNumericLiteral(node)) return constant(Number(node.text));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return constant(true);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return constant(false);
  if (node.kind === ts.SyntaxKind.NullKeyword) return constant(null);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return foldWith(node.expression, folder);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) return negate(node, folder);
  if (ts.isTemplateExpression(node)) return foldTemplate(node, folder);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return foldSum(node, folder);
  if (ts.isArrayLiteralExpression(node)) return foldArray(node, folder);
  if (ts.isObjectLiteralExpression(node)) return foldObject(node, folder);
  if (ts.isIdentifier(node)) return foldName(node, folder);
  if (ts.isPropertyAccessExpression(node)) return foldMember(node, folder);
  return { ok: false, node };
}

function constant(value: Json): Folded {
  return { ok: true, value };
}

function negate(node: ts.PrefixUnaryExpression, folder: Folder): Folded {
  const operand = foldWith(node.operand, folder);
  // The sum makes -0 a plain 0, as JSON has it.
  return operand.ok && typeof operand.value === "number" ? constant(-operand.value + 0) : { ok: false, node };
}

function foldTemplate(node: ts.TemplateExpression, folder: Folder): Folded {
  let text = node.head.text;
  for (const part of node.templateSpans) {
    const value = foldWith(part.expression, folder);
    if (!value.ok) return value;
    if (typeof value.value === "object") return { ok: false, node: part.expression };
    text += String(value.value) + part.literal.text;
  }
  return constant(text);
}

function foldSum(node: ts.BinaryExpression, folder: Folder): Folded {
  const left = foldWith(node.left, folder);
  const right = foldWith(node.right, folder);
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (typeof left.value === "string" && typeof right.value === "string") return constant(left.value + right.value);
  return { ok: false, node };
}

function foldArray(node: ts.ArrayLiteralExpression, folder: Folder): Folded {
  const values: Json[] = [];
  for (const element of node.elements) {
    const value = foldWith(element, folder);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return constant(values);
}

function foldObject(node: ts.ObjectLiteralExpression, folder: Folder): Folded {
  const members: [string, Json][] = [];
  for (const property of node.properties) {
    const initializer = memberValue(property);
    if (initializer === undefined) return { ok: false, node: property };
    const name = property.name === undefined ? undefined : propertyName(property.name);
    if (name === undefined || name === "__proto__") return { ok: false, node: property.name ?? property };
    const value = foldWith(initializer, folder);
    if (!value.ok) return value;
    members.push([name, value.value]);
  }
  return constant(Object.fromEntries(members));
}

/** What a member of a literal is set to; undefined for spreads, methods and getters. */
export function memberValue(property: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

export function propertyName(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}

function foldName(node: ts.Identifier, folder: Folder): Folded {
  const initializer = constantInitializer(node, folder.checker);
  if (initializer === undefined || folder.open.includes(initializer)) return { ok: false, node };
  return foldWith(initializer, { ...folder, open: [...folder.open, initializer] });
}

/** What a `const` outside any function was set to. */
export function constantInitializer(
  node: ts.Identifier | ts.MemberName,
  checker: ts.TypeChecker,
): ts.Expression | undefined {
  const declaration = declarationOf(node, checker);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const list = declaration.parent;
  const isConst = (list.flags & ts.NodeFlags.Const) !== 0;
  const topLevel = ts.isVariableStatement(list.parent) && ts.isSourceFile(list.parent.parent);
  return isConst && topLevel && ts.isIdentifier(declaration.name) ? declaration.initializer : undefined;
}

function foldMember(node: ts.PropertyAccessExpression, folder: Folder): Folded {
  const { checker } = folder;
  const declaration = declarationOf(node.name, checker);
  if (declaration !== undefined && ts.isEnumMember(declaration)) {
    const value = checker.getConstantValue(declaration);
    if (value !== undefined) return constant(value);
  }
  const base = foldWith(node.expression, folder);
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
  const symbol = valueSymbol(node, checker);
  if (symbol === undefined) return undefined;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.valueDeclaration ?? target.declarations?.[0];
}

/** In `{ name }` the name is that of a member and of a value at once; the value is meant. */
function valueSymbol(node: ts.Identifier | ts.MemberName, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node) {
    return checker.getShorthandAssignmentValueSymbol(node.parent);
  }
  return checker.getSymbolAtLocation(node);
}
