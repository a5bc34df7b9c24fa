import type { Expression } from "./expression.js";

/** The expressions directly inside one. Total by type: a new kind does not compile until it is here. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "absent":
    case "object":
    case "parameters":
    case "local":
      return [];
    case "member":
      return [expression.base, expression.key];
    case "fallback":
      return [expression.value, expression.otherwise];
    case "choice":
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case "compare":
    case "and":
    case "or":
      return [expression.left, expression.right];
    case "isAbsent":
      return [expression.value];
    case "not":
      return [expression.operand];
    case "text":
      return expression.parts;
    case "list":
      return expression.items;
    case "record":
      return expression.members.map((member) => member.value);
    case "iteration":
      return [expression.source, expression.body];
    case "call":
    case "intrinsic":
      return expression.arguments;
    case "method":
      return [expression.receiver, ...expression.arguments];
    case "matches":
      return [expression.pattern, expression.text];
    case "pattern":
      return [expression.source];
    case "fieldPath":
      return [expression.from, ...expression.keys];
  }
}

/** All expressions in one, itself first. */
export function* walkExpression(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* walkExpression(child);
}
