import { ts } from "ts-morph";
import type { Comparison, Expression } from "../ir/expression.js";
import { booleanType, type ValueKind } from "../ir/value-type.js";
import { withoutGuard } from "./chains.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt, typeName } from "./types.js";

/** An expression where a condition stands: it must be a boolean by its type. */
export function condition(node: ts.Expression, session: Session): Expression {
  const value = session.expression(node);
  // Where TypeScript sees that control never comes, it has no type for what stands there.
  const isDead = (session.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Never) !== 0;
  const type = isDead ? { ...value.type, optional: false } : typeAt(node, session);
  if (type.kind === "boolean" && !type.optional) return value;
  // What was refused already needs no second complaint.
  if (value === nothing && type.kind === "unknown") return nothing;
  return reject(session, node, "condition-not-boolean", { type: typeName(node, session) });
}

const relations: Partial<Record<ts.SyntaxKind, Comparison>> = {
  [ts.SyntaxKind.LessThanToken]: "<",
  [ts.SyntaxKind.LessThanEqualsToken]: "<=",
  [ts.SyntaxKind.GreaterThanToken]: ">",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">=",
};

/** `&&`, `||`, `===`, `<` and their kin; undefined for other operators. */
export function lowerOperator(node: ts.BinaryExpression, session: Session): Expression | undefined {
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
    const kind = operator === ts.SyntaxKind.BarBarToken ? "or" : "and";
    return { kind, left: condition(node.left, session), right: condition(node.right, session), type: booleanType };
  }
  if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken) return equality(node, session);
  if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken) return negate(equality(node, session));
  if (operator === ts.SyntaxKind.EqualsEqualsToken) return looseEquality(node, "===", session);
  if (operator === ts.SyntaxKind.ExclamationEqualsToken) return negate(looseEquality(node, "!==", session));
  const relation = relations[operator];
  return relation === undefined ? undefined : lowerRelation(node, relation, session);
}

export function negate(operand: Expression): Expression {
  return operand === nothing ? nothing : { kind: "not", operand, type: booleanType };
}

function equality(node: ts.BinaryExpression, session: Session): Expression {
  const left = session.expression(node.left);
  const right = session.expression(node.right);
  if (isUndefined(node.right) || right === nothing) return isAbsent(left);
  if (isUndefined(node.left) || left === nothing) return isAbsent(right);
  requireScalar(node.left, left, session);
  requireScalar(node.right, right, session);
  if (left.kind === "literal" && right.kind === "literal") return truth(left.value === right.value);
  if (left.kind === "literal") return compareWith(right, left);
  return right.kind === "literal" ? compareWith(left, right) : compare(left, right);
}

/** Whether a side is written as undefined or null: what is undefined by a mistake in it is another matter. */
function isUndefined(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isUndefined(node.expression);
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

function compare(left: Expression, right: Expression): Expression {
  return { kind: "compare", operator: "===", left, right, type: booleanType };
}

/** `condition === true` is the condition itself. A member is compared as it is, for it may be absent. */
function compareWith(value: Expression, literal: Expression & { kind: "literal" }): Expression {
  const chained = withoutGuard(value, false);
  if (literal.value === true && chained !== undefined) return chained;
  const isCondition = value.type.kind === "boolean" && !value.type.optional && conditions.includes(value.kind);
  if (!isCondition || typeof literal.value !== "boolean") return compare(value, literal);
  return literal.value ? value : negate(value);
}

const conditions: readonly Expression["kind"][] = ["and", "or", "not", "compare", "isAbsent", "iteration", "matches"];

/**
 * What cannot be absent by its type is not asked, for OPA's type checker would refuse to compare it with null. A member may
 * be absent whatever its type says: nobody has checked the object.
 */
function isAbsent(value: Expression): Expression {
  const mayBe = value.type.optional || (value.kind === "member" && !value.certain);
  return mayBe ? { kind: "isAbsent", value, type: booleanType } : truth(false);
}

/** Only the comparison with null is allowed: it holds for undefined too, as the language has it. */
function looseEquality(node: ts.BinaryExpression, instead: string, session: Session): Expression {
  const sides = [node.left, node.right];
  const value = sides.find((side) => side.kind !== ts.SyntaxKind.NullKeyword);
  if (value !== undefined && sides.some((side) => side.kind === ts.SyntaxKind.NullKeyword)) {
    return isAbsent(session.expression(value));
  }
  return reject(session, node, "loose-equality", { operator: node.operatorToken.getText(), instead });
}

const scalars: readonly ValueKind[] = ["string", "number", "boolean", "scalar"];

function requireScalar(node: ts.Expression, value: Expression, session: Session): void {
  if (value === nothing || scalars.includes(value.type.kind)) return;
  reject(session, node, "equality-not-scalar", { type: typeName(node, session) });
}

function lowerRelation(node: ts.BinaryExpression, operator: Comparison, session: Session): Expression {
  const left = requireNumber(node.left, operator, session);
  const right = requireNumber(node.right, operator, session);
  if (left.kind === "literal" && right.kind === "literal") return truth(related(left.value, operator, right.value));
  // A negative number at the beginning of a line of Rego would be taken from the line before.
  if (left.kind === "literal") {
    return { kind: "compare", operator: mirrored[operator], left: right, right: left, type: booleanType };
  }
  return { kind: "compare", operator, left, right, type: booleanType };
}

const mirrored: Record<Comparison, Comparison> = { "===": "===", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

type Value = string | number | boolean;

function related(left: Value, operator: Comparison, right: Value): boolean {
  if (operator === "===") return left === right;
  const isBelow = operator === "<" || operator === "<=";
  return (operator.endsWith("=") && left === right) || (isBelow ? left < right : left > right);
}

function truth(value: boolean): Expression {
  return { kind: "literal", value, type: booleanType };
}

function requireNumber(node: ts.Expression, operator: string, session: Session): Expression {
  const value = session.expression(node);
  const type = typeAt(node, session);
  if (value !== nothing && (value.type.kind !== "number" || type.optional)) {
    reject(session, node, "relation-not-numbers", { operator, type: typeName(node, session) });
  }
  return value;
}
