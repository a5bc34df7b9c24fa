import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { reject, type Session } from "./session.js";

interface Unsupported {
  readonly construct: string;
  readonly instead: string;
}

/** Refuses a construct that the language does not have, and says what to write instead. */
export function rejectSyntax(node: ts.Node, session: Session): Expression {
  return reject(session, node, "unsupported-syntax", unsupported(node));
}

const iterate = "Iterate with `for...of`, or use `some`, `every`, `filter` and `map`.";
const constants = "Use `const`, and `filter` or `map` to derive an array from another.";
const functions = "Write a function declaration beside the rule, and call it.";
const oneElement = "Use `some` or `every` to ask for one element, `filter` to leave elements out.";
const asyncHelp = "A rule sees the object and its parameters and nothing else; there is nothing to wait for.";

/** What newcomers write, and what to write instead. */
const known: Partial<Record<ts.SyntaxKind, Unsupported>> = {
  [ts.SyntaxKind.WhileStatement]: { construct: "`while`", instead: iterate },
  [ts.SyntaxKind.DoStatement]: { construct: "`do`", instead: iterate },
  [ts.SyntaxKind.ForStatement]: { construct: "`for (;;)`", instead: iterate },
  [ts.SyntaxKind.ForInStatement]: { construct: "`for...in`", instead: "Iterate over an array with `for...of`." },
  [ts.SyntaxKind.ForOfStatement]: {
    construct: "This form of `for...of`",
    instead: "Write `for (const element of array)`.",
  },
  [ts.SyntaxKind.SwitchStatement]: { construct: "`switch`", instead: "Write `if` and `else if`." },
  [ts.SyntaxKind.TryStatement]: {
    construct: "`try`",
    instead: "Nothing throws in a rule: what is absent reads as undefined.",
  },
  [ts.SyntaxKind.ThrowStatement]: { construct: "`throw`", instead: "Yield a violation." },
  [ts.SyntaxKind.LabeledStatement]: { construct: "A label", instead: oneElement },
  [ts.SyntaxKind.ContinueStatement]: { construct: "`continue` with a label", instead: oneElement },
  [ts.SyntaxKind.BreakStatement]: { construct: "`break`", instead: oneElement },
  [ts.SyntaxKind.DebuggerStatement]: { construct: "`debugger`", instead: "Leave it out." },
  [ts.SyntaxKind.ClassDeclaration]: { construct: "A class", instead: "Write functions over plain values." },
  [ts.SyntaxKind.ClassExpression]: { construct: "A class", instead: "Write functions over plain values." },
  [ts.SyntaxKind.AwaitExpression]: { construct: "`await`", instead: asyncHelp },
  [ts.SyntaxKind.ThisKeyword]: { construct: "`this`", instead: "Name a constant or a parameter." },
  [ts.SyntaxKind.DeleteExpression]: { construct: "`delete`", instead: constants },
  [ts.SyntaxKind.VoidExpression]: { construct: "`void`", instead: "Write `undefined`." },
  [ts.SyntaxKind.NewExpression]: {
    construct: "`new`",
    instead: "Of all classes only `new RegExp(parameter)` with `.test(text)` is known.",
  },
  [ts.SyntaxKind.NonNullExpression]: {
    construct: "`!` after a value",
    instead: "Give a default with `??`, or ask `!== undefined` first.",
  },
  [ts.SyntaxKind.TypeAssertionExpression]: {
    construct: "A cast",
    instead: "Leave it out: a value is read through the type that it was declared with.",
  },
  [ts.SyntaxKind.ArrowFunction]: { construct: "A function as a value", instead: functions },
  [ts.SyntaxKind.FunctionExpression]: { construct: "A function as a value", instead: functions },
  [ts.SyntaxKind.FunctionDeclaration]: {
    construct: "A function inside another",
    instead: "Move it beside the rule, to the top of the module.",
  },
  [ts.SyntaxKind.SpreadElement]: {
    construct: "`...` in an array",
    instead: "Iterate over each array in a loop of its own, or ask each with `some`.",
  },
  [ts.SyntaxKind.SpreadAssignment]: { construct: "`...` in an object", instead: "Name the members that you need." },
  [ts.SyntaxKind.OmittedExpression]: { construct: "A hole in an array", instead: "Leave it out." },
  [ts.SyntaxKind.MethodDeclaration]: { construct: "A method in an object", instead: functions },
  [ts.SyntaxKind.GetAccessor]: { construct: "A getter", instead: "Write the value itself, as a plain member." },
  [ts.SyntaxKind.SetAccessor]: { construct: "A setter", instead: "A rule does not change values." },
  [ts.SyntaxKind.PropertyAssignment]: {
    construct: "A computed member name",
    instead: "Write the name as it is: `{ name: value }`.",
  },
  [ts.SyntaxKind.TypeOfExpression]: {
    construct: "`typeof`",
    instead: "Ask `!== undefined`; the type says the rest.",
  },
  [ts.SyntaxKind.PrefixUnaryExpression]: {
    construct: "This operator before a value",
    instead: "Turn a text into a number with `parseInteger(text)`; a rule computes nothing else.",
  },
  [ts.SyntaxKind.PostfixUnaryExpression]: { construct: "`++` and `--`", instead: constants },
  [ts.SyntaxKind.YieldExpression]: {
    construct: "`yield` here",
    instead: "Write `yield violation(message, where);` as a statement of its own in the check.",
  },
  [ts.SyntaxKind.CallExpression]: {
    construct: "A call as a statement",
    instead: "It has no effect in a rule: yield a violation, or use what the call gives.",
  },
  [ts.SyntaxKind.TaggedTemplateExpression]: {
    construct: "A tagged template",
    instead: "Write a plain template literal.",
  },
  [ts.SyntaxKind.BigIntLiteral]: {
    construct: "A bigint",
    instead: "Write a number, or compare quantities with `quantityExceeds`.",
  },
  [ts.SyntaxKind.MetaProperty]: { construct: "`import.meta`", instead: "A rule does not know where it runs." },
};

function unsupported(node: ts.Node): Unsupported {
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
    return { construct: "`+`", instead: "Write a template literal, such as `${name}:${port}`; numbers are not added." };
  if (operator === "in")
    return { construct, instead: "Compare the member with undefined: `record[key] !== undefined`." };
  if (operator === "instanceof") return { construct, instead: "Ask `!== undefined`; the type says the rest." };
  if (operator === ",") return { construct, instead: "Write one expression." };
  return { construct, instead: "A rule compares and selects; it computes nothing." };
}
