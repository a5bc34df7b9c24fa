import { ts } from "ts-morph";
import type { Expression, IntrinsicName, MethodName } from "../ir/expression.js";
import { booleanType, stringType, type ValueType } from "../ir/value-type.js";
import { declarationOf } from "../read/fold.js";
import { condition } from "./conditions.js";
import { trust } from "./members.js";
import { bindNames, rejectSyntax } from "./names.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt } from "./types.js";

export function lowerCall(node: ts.CallExpression, session: Session): Expression {
  const callee = node.expression;
  if (ts.isPropertyAccessExpression(callee)) return lowerMethod(node, callee, session);
  if (ts.isIdentifier(callee)) return lowerFunctionCall(node, callee, session);
  return rejectSyntax(callee, session);
}

function lowerFunctionCall(node: ts.CallExpression, callee: ts.Identifier, session: Session): Expression {
  const declaration = declarationOf(callee, session.checker);
  if (declaration !== undefined && session.rules.isAuthoring(declaration))
    return lowerLibraryCall(node, callee.text, session);
  if (declaration !== undefined && isFunction(declaration) && session.rules.isOwn(declaration.getSourceFile())) {
    return callHelper(
      declaration,
      node.arguments.map((argument) => session.expression(argument)),
      node,
      session,
    );
  }
  return rejectCall(node, callee.text, "it is no function of the rule package", session);
}

function isFunction(node: ts.Declaration): node is ts.FunctionDeclaration {
  return ts.isFunctionDeclaration(node) && node.body !== undefined;
}

function callHelper(
  declaration: ts.FunctionDeclaration,
  args: readonly Expression[],
  node: ts.Expression,
  session: Session,
): Expression {
  const helper = session.helper(declaration, node);
  if (helper === undefined) return nothing;
  // The type of the call itself: for a callback passed by name the call has no node of its own.
  const type =
    ts.isCallExpression(node) && !isMethodCall(node) ? typeAt(node, session) : resultType(declaration, session);
  return { kind: "call", function: helper.name, arguments: args, type };
}

function isMethodCall(node: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(node.expression);
}

function resultType(declaration: ts.FunctionDeclaration, session: Session): ValueType {
  const returned = declaration.type === undefined ? undefined : session.checker.getTypeFromTypeNode(declaration.type);
  const isText = returned !== undefined && (returned.flags & ts.TypeFlags.StringLike) !== 0;
  return isText ? stringType : { kind: "unknown", optional: false };
}

const intrinsics: Record<IntrinsicName, true> = {
  containers: true,
  imageMatches: true,
  isExcluded: true,
  isQuantity: true,
  isWindows: true,
  parseInteger: true,
  portInRanges: true,
  quantityExceeds: true,
};

function isIntrinsic(name: string): name is IntrinsicName {
  return Object.hasOwn(intrinsics, name);
}

function lowerLibraryCall(node: ts.CallExpression, name: string, session: Session): Expression {
  const args = node.arguments.map((argument) => session.expression(argument));
  if (name === "field") {
    const [from = nothing, ...keys] = args;
    return { kind: "fieldPath", from, keys, type: stringType };
  }
  if (isIntrinsic(name)) return { kind: "intrinsic", name, arguments: args, type: typeAt(node, session) };
  return rejectCall(node, name, "it has no meaning inside a check", session);
}

function rejectCall(node: ts.CallExpression, name: string, reason: string, session: Session): Expression {
  return reject(session, node, "unsupported-call", {
    name: `\`${name}\``,
    reason,
    instead: "Call what gatewright exports, or a function that the rule package declares.",
  });
}

const textMethods: Readonly<
  Record<string, { readonly method: MethodName; readonly count: number; readonly gives: "text" | "truth" | "texts" }>
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

const results: Record<"text" | "truth" | "texts", ValueType> = {
  text: stringType,
  truth: booleanType,
  texts: { kind: "array", element: stringType, optional: false },
};

function lowerMethod(node: ts.CallExpression, callee: ts.PropertyAccessExpression, session: Session): Expression {
  const name = callee.name.text;
  const receiver = typeAt(callee.expression, session);
  if (receiver.kind === "array") return lowerArrayMethod(node, callee, name, session);
  if (receiver.kind === "string") return lowerTextMethod(node, callee, name, session);
  if (name === "test" && isRegExp(callee.expression, session)) return lowerTest(node, callee, session);
  return rejectMethod(node, name, session);
}

function rejectMethod(node: ts.CallExpression, name: string, session: Session): Expression {
  return reject(session, node, "unsupported-call", {
    name: `\`.${name}()\``,
    reason: "this method is not part of the rule language",
    instead:
      "Arrays have some, every, filter, map, includes and join; texts startsWith, endsWith, includes, split, slice(n), trim and the cases.",
  });
}

function isRegExp(node: ts.Expression, session: Session): boolean {
  return session.checker.getTypeAtLocation(node).symbol?.name === "RegExp";
}

function lowerTest(node: ts.CallExpression, callee: ts.PropertyAccessExpression, session: Session): Expression {
  const [argument] = node.arguments;
  const pattern = session.expression(callee.expression);
  if (argument === undefined) return nothing;
  return { kind: "matches", pattern, text: session.expression(argument), type: booleanType };
}

function lowerTextMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  name: string,
  session: Session,
): Expression {
  const known = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
  if (known === undefined || node.arguments.length !== known.count) return rejectMethod(node, name, session);
  const args = node.arguments.map((argument) => session.expression(argument));
  const [first] = args;
  if (name === "split" && first?.kind === "literal" && first.value === "")
    return rejectMethod(node, 'split("")', session);
  if (name === "slice" && !(first?.kind === "literal" && typeof first.value === "number" && first.value >= 0)) {
    return rejectMethod(node, "slice", session);
  }
  const receiver = session.expression(callee.expression);
  return { kind: "method", method: known.method, receiver, arguments: args, type: results[known.gives] };
}

function lowerArrayMethod(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  name: string,
  session: Session,
): Expression {
  const [argument, ...more] = node.arguments;
  const receiver = session.expression(callee.expression);
  if (argument === undefined || more.length > 0) return rejectMethod(node, name, session);
  if (name === "includes") {
    return {
      kind: "method",
      method: "includes",
      receiver,
      arguments: [session.expression(argument)],
      type: booleanType,
    };
  }
  if (name === "join") {
    if (receiver.type.element?.kind !== "string") return rejectMethod(node, "join", session);
    return { kind: "method", method: "join", receiver, arguments: [session.expression(argument)], type: stringType };
  }
  if (name === "some" || name === "every" || name === "filter" || name === "map") {
    return lowerIteration(node, argument, name, receiver, session);
  }
  return rejectMethod(node, name, session);
}

function lowerIteration(
  node: ts.CallExpression,
  callback: ts.Expression,
  operation: "some" | "every" | "filter" | "map",
  source: Expression,
  session: Session,
): Expression {
  const declared: ValueType = source.type.element ?? { kind: "unknown", optional: false };
  const [parameter, ...others] = ts.isArrowFunction(callback) ? callback.parameters : [];
  const name = parameter !== undefined && ts.isIdentifier(parameter.name) ? parameter.name.text : "item";
  const element = session.newLocal(name, { ...declared, optional: false });
  trust(element, source, session);
  const value: Expression = { kind: "local", local: element, type: element.type };
  const body = others.length > 0 ? undefined : callbackBody(callback, parameter, value, operation, session);
  if (body === undefined) return rejectCallback(callback, session);
  const type =
    operation === "some" || operation === "every"
      ? booleanType
      : { ...typeAt(node, session), ...elementOf(operation, source, body) };
  return { kind: "iteration", operation, source, element, body, type };
}

/** A filtered array keeps the type of its elements, a mapped one has that of what it is mapped to. */
function elementOf(
  operation: "filter" | "map",
  source: Expression,
  body: Expression,
): { readonly element?: ValueType } {
  const element = operation === "filter" ? source.type.element : body.type;
  return element === undefined ? {} : { element };
}

function callbackBody(
  callback: ts.Expression,
  parameter: ts.ParameterDeclaration | undefined,
  element: Expression,
  operation: "some" | "every" | "filter" | "map",
  session: Session,
): Expression | undefined {
  if (ts.isIdentifier(callback)) {
    const declaration = declarationOf(callback, session.checker);
    if (declaration === undefined || !isFunction(declaration)) return undefined;
    return callHelper(declaration, [element], callback, session);
  }
  if (!ts.isArrowFunction(callback) || ts.isBlock(callback.body)) return undefined;
  if (parameter !== undefined) bindNames(parameter.name, element, session);
  return operation === "map" ? session.expression(callback.body) : condition(callback.body, session);
}

function rejectCallback(node: ts.Expression, session: Session): Expression {
  return reject(session, node, "unsupported-syntax", {
    construct: "This callback",
    instead: "Write an arrow function of one parameter with an expression, such as `(item) => item.name === name`.",
  });
}
