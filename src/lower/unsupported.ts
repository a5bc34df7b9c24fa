import { ts } from "ts-morph";

export interface Unsupported {
  readonly construct: string;
  readonly instead: string;
}

const iterate = "Iterate with `for...of`, or use `some`, `every`, `filter` and `map`.";
const constants = "Use `const`, and `filter` or `map` to derive an array from another.";
const functions = "Write a function declaration that returns a value.";

/** What newcomers write, and what to write instead. */
const known: Partial<Record<ts.SyntaxKind, Unsupported>> = {
  [ts.SyntaxKind.WhileStatement]: { construct: "`while`", instead: iterate },
  [ts.SyntaxKind.DoStatement]: { construct: "`do`", instead: iterate },
  [ts.SyntaxKind.ForStatement]: { construct: "`for (;;)`", instead: iterate },
  [ts.SyntaxKind.ForInStatement]: { construct: "`for...in`", instead: "Iterate over an array with `for...of`." },
  [ts.SyntaxKind.SwitchStatement]: { construct: "`switch`", instead: "Write `if` and `else if`." },
  [ts.SyntaxKind.TryStatement]: {
    construct: "`try`",
    instead: "Nothing throws in a rule: what is absent reads as undefined.",
  },
  [ts.SyntaxKind.ThrowStatement]: { construct: "`throw`", instead: "Yield a violation." },
  [ts.SyntaxKind.LabeledStatement]: {
    construct: "A label",
    instead: "Write `continue` for the innermost loop, or a helper function with `some`.",
  },
  [ts.SyntaxKind.BreakStatement]: {
    construct: "`break`",
    instead: "Use `some` or `every` to ask for one element, `filter` to leave elements out.",
  },
  [ts.SyntaxKind.ClassDeclaration]: { construct: "A class", instead: "Write functions over plain values." },
  [ts.SyntaxKind.ClassExpression]: { construct: "A class", instead: "Write functions over plain values." },
  [ts.SyntaxKind.AwaitExpression]: {
    construct: "`await`",
    instead: "A rule sees the object and its parameters and nothing else; there is nothing to wait for.",
  },
  [ts.SyntaxKind.ThisKeyword]: { construct: "`this`", instead: "Name a constant or a parameter." },
  [ts.SyntaxKind.DeleteExpression]: { construct: "`delete`", instead: constants },
  [ts.SyntaxKind.NewExpression]: {
    construct: "`new`",
    instead: "Of all classes only `new RegExp(parameter)` with `.test(text)` is known.",
  },
  [ts.SyntaxKind.NonNullExpression]: {
    construct: "`!` after a value",
    instead: "Give a default with `??`, or ask `!== undefined` first.",
  },
  [ts.SyntaxKind.ArrowFunction]: { construct: "A function as a value", instead: functions },
  [ts.SyntaxKind.FunctionExpression]: { construct: "A function as a value", instead: functions },
  [ts.SyntaxKind.FunctionDeclaration]: {
    construct: "A function inside a check",
    instead: "Move it beside the rule, in the module.",
  },
  [ts.SyntaxKind.SpreadElement]: { construct: "`...` here", instead: "Yield from each array in a loop of its own." },
  [ts.SyntaxKind.SpreadAssignment]: { construct: "`...` here", instead: "Name the members that you need." },
  [ts.SyntaxKind.TypeOfExpression]: {
    construct: "`typeof` here",
    instead: "Ask `!== undefined`; the type says the rest.",
  },
  [ts.SyntaxKind.PostfixUnaryExpression]: { construct: "`++` and `--`", instead: constants },
  [ts.SyntaxKind.YieldExpression]: { construct: "`yield*`", instead: "Yield each violation where it is found." },
  [ts.SyntaxKind.TaggedTemplateExpression]: {
    construct: "A tagged template",
    instead: "Write a plain template literal.",
  },
  [ts.SyntaxKind.BigIntLiteral]: {
    construct: "A bigint",
    instead: "Write a number, or compare quantities with `quantityExceeds`.",
  },
};

export function unsupported(node: ts.Node): Unsupported {
  if (ts.isBinaryExpression(node)) return unsupportedOperator(node.operatorToken.getText());
  const entry = known[node.kind];
  if (entry !== undefined) return entry;
  return {
    construct: `This (${ts.SyntaxKind[node.kind]})`,
    instead: "docs/language.md lists what a rule may contain.",
  };
}

function unsupportedOperator(operator: string): Unsupported {
  const construct = `\`${operator}\``;
  if (operator === "=" || (operator.length > 1 && operator.endsWith("="))) return { construct, instead: constants };
  if (operator === "+")
    return { construct: "`+` on texts", instead: "Write a template literal, such as `${name}:${port}`." };
  if (operator === "in")
    return { construct, instead: "Compare the member with undefined: `record[key] !== undefined`." };
  return { construct, instead: "A rule compares and selects; it computes nothing here." };
}
