import type { Compare, Expression, Iteration } from "../ir/expression.js";
import {
  type CompareOperator,
  call,
  compare,
  every,
  holds as holdsLiteral,
  type Literal,
  member,
  not,
  scalar,
  type Term,
} from "./ast.js";
import type { Context } from "./context.js";
import { intrinsicTerm } from "./intrinsics.js";
import { asksPlace, type Opened, openIteration } from "./iterations.js";
import { aliasOf, directRef, isMissing, isPresent, memberPath, zeroOf } from "./reads.js";
import { fork, type Scope } from "./scope.js";
import { callTerm } from "./values.js";

const truth = { kind: "boolean", optional: false } as const;

/** Literals that hold together exactly when the condition is true. */
export function conditionHolds(
  expression: Expression,
  scope: Scope,
  context: Context,
  hint?: string,
): readonly Literal[] {
  switch (expression.kind) {
    case "literal":
      return expression.value === true ? [] : [holdsLiteral(scalar(false))];
    case "and":
      return [...context.holds(expression.left, scope), ...context.holds(expression.right, scope)];
    case "or":
      return [holdsLiteral(liftPredicate(expression, scope, context, hint))];
    case "not":
      return context.fails(expression.operand, scope, hint);
    case "compare":
      return [comparison(expression, scope, context).literal];
    case "isAbsent":
      return [isMissing(expression.value, scope, context)];
    case "iteration":
      return iterationHolds(expression, scope, context, hint);
    case "call":
      return [
        expression.predicate
          ? holdsLiteral(callTerm(expression, scope, context))
          : compare(callTerm(expression, scope, context), "==", scalar(true)),
      ];
    case "intrinsic":
      return [holdsLiteral(intrinsicTerm(expression, scope, context))];
    case "matches":
      return [holdsLiteral(call("regex.match", ...terms([expression.pattern, expression.text], scope, context)))];
    case "method":
      return [methodHolds(expression, scope, context)];
    case "local": {
      const alias = scope.bindings.get(expression.local.id);
      if (alias?.kind === "alias") return context.holds(alias.value, scope, alias.hint);
      return [compare(context.term(expression, scope), "==", scalar(true))];
    }
    case "member":
      return [comparison(equals(expression, true), scope, context).literal];
    default:
      return [compare(context.term(expression, scope), "==", scalar(true))];
  }
}

/** Literals that hold together exactly when the condition is false. */
export function conditionFails(
  expression: Expression,
  scope: Scope,
  context: Context,
  hint?: string,
): readonly Literal[] {
  switch (expression.kind) {
    case "literal":
      return expression.value === true ? [holdsLiteral(scalar(false))] : [];
    case "or":
      return [...context.fails(expression.left, scope), ...context.fails(expression.right, scope)];
    case "not":
      return context.holds(expression.operand, scope, hint);
    case "compare": {
      const { literal, total } = comparison(expression, scope, context);
      return [total ? { ...literal, operator: opposite[literal.operator] } : not(literal)];
    }
    case "isAbsent":
      return [isPresent(expression.value, scope, context)];
    case "iteration":
      return iterationFails(expression, scope, context, hint);
    case "local": {
      const alias = scope.bindings.get(expression.local.id);
      if (alias?.kind === "alias") return context.fails(alias.value, scope, alias.hint);
      return [compare(context.term(expression, scope), "!=", scalar(true))];
    }
    default:
      return [negated(expression, context.holds(expression, scope, hint), scope, context, hint)];
  }
}

function negated(
  expression: Expression,
  literals: readonly Literal[],
  scope: Scope,
  context: Context,
  hint: string | undefined,
): Literal {
  const [only, ...more] = literals;
  if (only !== undefined && more.length === 0) {
    if (only.kind === "holds" || only.kind === "member" || only.kind === "compare") return not(only);
    if (only.kind === "not") return only.literal;
  }
  return not(holdsLiteral(liftPredicate(expression, scope, context, hint)));
}

const opposite: Record<CompareOperator, CompareOperator> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

function terms(expressions: readonly Expression[], scope: Scope, context: Context): readonly Term[] {
  return expressions.map((expression) => context.term(expression, scope));
}

function equals(left: Expression, value: boolean): Compare {
  return { kind: "compare", operator: "===", left, right: { kind: "literal", value, type: truth }, type: truth };
}

/** `total` says that both sides are defined whatever the input, so that the opposite operator is the negation. */
function comparison(expression: Compare, scope: Scope, context: Context) {
  const operator: CompareOperator = expression.operator === "===" ? "==" : expression.operator;
  const direct =
    expression.operator === "===" ? directSide(expression.left, expression.right, scope, context) : undefined;
  if (direct !== undefined) {
    const { term, total } = direct;
    return { literal: compare(term, operator, context.term(expression.right, scope)), total };
  }
  const [left = scalar(null), right = scalar(null)] = terms([expression.left, expression.right], scope, context);
  const total = [[expression.left, left] as const, [expression.right, right] as const].every(isTotal);
  return { literal: compare(left, operator, right), total };
}

/**
 * A member compared with a literal needs no total read: absent is unequal to every literal, but for the literal that a
 * required member reads as when it is absent.
 */
function directSide(left: Expression, right: Expression, scope: Scope, context: Context) {
  const source = aliasOf(left, scope) ?? left;
  if (source.kind !== "member" || right.kind !== "literal") return undefined;
  const zero = zeroOf(source.type.kind);
  const zeroValue = zero.kind === "scalar" && zero.value === right.value;
  if (zeroValue && !source.type.optional && !source.certain) return undefined;
  const term = directRef(memberPath(source, scope, context));
  return term === undefined ? undefined : { term, total: source.certain };
}

/** References are undefined where a part is absent, which may be certain not to be; all else that we emit as a value is total. */
function isTotal([expression, term]: readonly [Expression, Term]): boolean {
  return term.kind !== "ref" || (expression.kind === "member" && expression.certain);
}

function methodHolds(expression: Extract<Expression, { kind: "method" }>, scope: Scope, context: Context): Literal {
  const [receiver = scalar(null), argument = scalar(null)] = terms(
    [expression.receiver, ...expression.arguments],
    scope,
    context,
  );
  switch (expression.method) {
    case "includes":
      return member(argument, receiver);
    case "contains":
      return holdsLiteral(call("contains", receiver, argument));
    case "startsWith":
      return holdsLiteral(call("startswith", receiver, argument));
    case "endsWith":
      return holdsLiteral(call("endswith", receiver, argument));
    default:
      return compare(context.term(expression, scope), "==", scalar(true));
  }
}

function iterationHolds(expression: Iteration, scope: Scope, context: Context, hint?: string): readonly Literal[] {
  if (expression.operation === "every") return everyElement(expression, "holds", scope, context);
  if (scope.single) return [holdsLiteral(liftPredicate(expression, scope, context, hint))];
  const { literals, scope: inner } = open(expression, scope, context);
  return [...literals, ...context.holds(expression.body, inner)];
}

/** Whether a condition holds does not depend on the order of elements. */
function open(expression: Iteration, scope: Scope, context: Context): Opened {
  const manner = { ordered: false, placed: asksPlace([expression.body]) };
  return openIteration(expression, manner, scope, context);
}

function iterationFails(expression: Iteration, scope: Scope, context: Context, hint?: string): readonly Literal[] {
  if (expression.operation === "some") return everyElement(expression, "fails", scope, context);
  if (scope.single) return [not(holdsLiteral(liftPredicate(expression, scope, context, hint)))];
  const { literals, scope: inner } = open(expression, scope, context);
  return [...literals, ...context.fails(expression.body, inner)];
}

function everyElement(
  expression: Iteration,
  wanted: "holds" | "fails",
  scope: Scope,
  context: Context,
): readonly Literal[] {
  const opened = open(expression, fork(scope), context);
  const [first, ...guards] = opened.literals;
  const body = context[wanted](expression.body, opened.scope);
  if (first?.kind !== "some" || body.length === 0) return [];
  if (guards.length === 0) return [every(first, body)];
  // A filtered source: every element that passes the filter, so not one that passes it and fails here.
  const other = wanted === "holds" ? "fails" : "holds";
  const lifted = context.lift(
    {
      name: "counterexample",
      uses: [expression],
      rules: (inner) => {
        const again = open(expression, inner, context);
        return [[{ body: [...again.literals, ...context[other](expression.body, again.scope)] }]];
      },
    },
    scope,
  );
  return [not(holdsLiteral(lifted))];
}

/** A condition as a predicate of its own, one rule for each way to satisfy it. */
function liftPredicate(expression: Expression, scope: Scope, context: Context, hint = "applies"): Term {
  return context.lift(
    {
      name: hint,
      uses: [expression],
      rules: (inner) => bodies(expression, { ...inner, single: false }, context).map((body) => [{ body }] as const),
    },
    scope,
  );
}

/** At most so many rules for one condition; beyond it, inner alternatives become predicates. */
const mostBodies = 8;

/** Disjunctive normal form: the ways to satisfy a condition, each a conjunction. */
export function bodies(expression: Expression, scope: Scope, context: Context): readonly (readonly Literal[])[] {
  if (expression.kind === "or") {
    return [...bodies(expression.left, scope, context), ...bodies(expression.right, scope, context)];
  }
  if (expression.kind === "and") {
    const left = bodies(expression.left, scope, context);
    const right = bodies(expression.right, scope, context);
    if (left.length * right.length <= mostBodies) return left.flatMap((a) => right.map((b) => [...a, ...b]));
  }
  if (expression.kind === "iteration" && expression.operation === "some" && !scope.single) {
    const { literals, scope: inner } = open(expression, scope, context);
    const ways = bodies(expression.body, inner, context);
    if (ways.length <= mostBodies) return ways.map((body) => [...literals, ...body]);
  }
  return [context.holds(expression, scope)];
}
