import { ts } from "ts-morph";
import type { Expression, Method, MethodName } from "../ir/expression.js";
import { booleanType, numberType, required, stringType, type ValueType } from "../ir/value-type.js";
import { lowerIteration } from "./callbacks.js";
import { asReceiver, guardChain } from "./chains.js";
import { nothing, reject, type Session } from "./session.js";
import { isRegExp, typeAt, typeName } from "./types.js";

/** `receiver.method(...)`, and `receiver?.method(...)`, which is undefined where the receiver is absent. */
export function lowerMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  session: Session,
): Expression {
  const name = callee.name.text;
  const { kind } = typeAt(callee.expression, session);
  const value = (): Expression => {
    if (kind === "array") return lowerArrayMethod(node, callee, name, session);
    if (kind === "string" || kind === "scalar") return lowerTextMethod(node, callee, name, session);
    const receiver = session.checker.getNonNullableType(session.checker.getTypeAtLocation(callee.expression));
    if (name === "test" && isRegExp(receiver)) return lowerTest(node, callee, session);
    return rejectMethod(node, name, session);
  };
  return guardChain(node, value(), session);
}

/** `array.length` */
export function lowerLength(node: ts.PropertyAccessExpression, session: Session): Expression {
  const receiver = asReceiver(session.expression(node.expression));
  return guardChain(node, methodOf("length", receiver, [], numberType), session);
}

function methodOf(
  method: MethodName,
  receiver: Expression,
  args: readonly Expression[],
  type: ValueType,
): Method | typeof nothing {
  return receiver === nothing ? nothing : { kind: "method", method, receiver, arguments: args, type };
}

function rejectMethod(node: ts.CallExpression, name: string, session: Session): Expression {
  // What is wrong inside is said as well.
  for (const argument of node.arguments) if (!ts.isFunctionLike(argument)) session.expression(argument);
  const { kind } = ts.isPropertyAccessExpression(node.expression)
    ? typeAt(node.expression.expression, session)
    : nothing.type;
  return reject(session, node, "unsupported-call", {
    name: `\`.${name}()\``,
    reason: kind === "array" && changing.has(name) ? "it changes the array" : "it is not part of the rule language",
    instead: instead[name] ?? (kind === "array" ? arrayHelp : kind === "string" ? textHelp : otherHelp),
  });
}

const changing = new Set(["push", "pop", "shift", "unshift", "sort", "reverse", "splice", "fill", "copyWithin"]);
const arrayHelp = "Arrays have some, every, filter, map, includes, join and length here.";
const textHelp =
  "Texts have startsWith, endsWith, includes, split, slice(start), trim, toLowerCase and toUpperCase here.";
const otherHelp = "A rule reads members of the object and its parameters; docs/language.md lists the methods.";

const derive = "Derive an array from another with `filter` or `map`.";
const instead: Readonly<Record<string, string>> = {
  forEach: "Iterate with `for...of`.",
  push: derive,
  pop: derive,
  splice: derive,
  sort: "Leave the order as it is: an array of the object keeps its own.",
  reverse: "Leave the order as it is: an array of the object keeps its own.",
  match: "Ask with `.test`: `/pattern/.test(text)`.",
  search: "Ask with `.test`: `/pattern/.test(text)`.",
  exec: "Ask with `.test`: `/pattern/.test(text)`.",
  substring: "Write `slice(start)`.",
  substr: "Write `slice(start)`.",
  find: "Ask with `some`, or iterate over `filter(...)`.",
  indexOf: "Ask with `includes`, `startsWith` or `some`.",
};

function lowerTest(node: ts.CallExpression, callee: ts.PropertyAccessExpression, session: Session): Expression {
  const [argument] = node.arguments;
  const pattern = session.expression(callee.expression);
  const text = argument === undefined ? nothing : session.expression(argument);
  if (pattern === nothing || text === nothing) return nothing;
  return { kind: "matches", pattern, text: asText(text), type: booleanType };
}

/** A value that may be a number (a quantity, a port) has methods of texts by its text. */
function asText(value: Expression): Expression {
  return value.type.kind === "scalar" ? { kind: "text", parts: [value], type: stringType } : value;
}

type Gives = "text" | "truth" | "texts";

const textMethods: Readonly<
  Record<string, { readonly method: MethodName; readonly count: number; readonly gives: Gives }>
> = {
  includes: { method: "contains", count: 1, gives: "truth" },
  startsWith: { method: "startsWith", count: 1, gives: "truth" },
  endsWith: { method: "endsWith", count: 1, gives: "truth" },
  split: { method: "split", count: 1, gives: "texts" },
  slice: { method: "sliceFrom", count: 1, gives: "text" },
  toUpperCase: { method: "toUpperCase", count: 0, gives: "text" },
  toLowerCase: { method: "toLowerCase", count: 0, gives: "text" },
  trim: { method: "trim", count: 0, gives: "text" },
};

const results: Record<Gives, ValueType> = {
  text: stringType,
  truth: booleanType,
  texts: required("array", stringType),
};

function lowerTextMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  name: string,
  session: Session,
): Expression {
  const known = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
  if (known === undefined || node.arguments.length !== known.count) return rejectMethod(node, name, session);
  const receiver = asReceiver(session.expression(callee.expression));
  const args = node.arguments.map((argument) => session.expression(argument));
  const [first] = args;
  if (receiver === nothing || args.includes(nothing)) return nothing;
  if (name === "split" && !isSeparator(first)) {
    return reject(session, node, "unsupported-call", {
      name: first?.kind === "literal" && first.value === "" ? '`.split("")`' : "`.split()` by what is no constant text",
      reason: "JavaScript splits by UTF-16 units, Rego by characters, where the separator is empty",
      instead: 'Split by a constant text, such as `.split("/")`.',
    });
  }
  if (name === "slice" && !isOffset(first)) {
    return reject(session, node, "unsupported-call", {
      name: "`.slice()` from what is no constant",
      reason: "it would count from the end where the number is below zero",
      instead: 'Cut a known beginning off: `text.slice("prefix-".length)`.',
    });
  }
  return methodOf(known.method, asText(receiver), args, results[known.gives]);
}

function isSeparator(value: Expression | undefined): boolean {
  return value?.kind === "literal" && typeof value.value === "string" && value.value !== "";
}

function isOffset(value: Expression | undefined): boolean {
  return value?.kind === "literal" && Number.isSafeInteger(value.value) && Number(value.value) >= 0;
}

function lowerArrayMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  name: string,
  session: Session,
): Expression {
  const [argument, ...more] = node.arguments;
  const isIteration = name === "some" || name === "every" || name === "filter" || name === "map";
  if (argument === undefined || more.length > 0 || !(isIteration || name === "includes" || name === "join")) {
    return rejectMethod(node, name, session);
  }
  const receiver = asReceiver(session.expression(callee.expression));
  if (receiver === nothing) return nothing;
  if (isIteration) return lowerIteration(node, argument, name, receiver, session);
  const value = session.expression(argument);
  const { element } = receiver.type;
  if (name === "join") {
    if (element === undefined || (element.kind === "string" && !element.optional)) {
      return methodOf("join", receiver, [value], stringType);
    }
    return reject(session, node, "join-not-texts", { type: typeName(callee.expression, session) });
  }
  if (element !== undefined && !comparable.has(element.kind)) {
    return reject(session, node, "equality-not-scalar", { type: typeName(argument, session) });
  }
  if (value.kind === "literal" && typeof value.value === "number" && value.value < 0)
    return includesNumber(receiver, value, session);
  return methodOf("includes", receiver, [value], booleanType);
}

/** `-1 in numbers` would be taken for the end of the line before; `some number in numbers` is not. */
function includesNumber(source: Expression, right: Expression, session: Session): Expression {
  const element = session.newLocal("number", source.type.element ?? numberType);
  const left: Expression = { kind: "local", local: element, type: element.type };
  const body: Expression = { kind: "compare", operator: "===", left, right, type: booleanType };
  return { kind: "iteration", operation: "some", source, element, body, type: booleanType };
}

const comparable = new Set(["string", "number", "boolean", "scalar"]);
