import { ts } from "ts-morph";
import type { Expression, Iteration } from "../ir/expression.js";
import { booleanType, required, type ValueType } from "../ir/value-type.js";
import { declarationOf } from "../read/fold.js";
import { callHelper, isHelper, libraryName, lowerLibraryCall } from "./callees.js";
import { condition } from "./conditions.js";
import { bindNames } from "./names.js";
import { noteElement } from "./origins.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt, typeName } from "./types.js";

type Operation = Iteration["operation"];

/** `source.some(callback)` and the like. */
export function lowerIteration(
  node: ts.CallExpression,
  callback: ts.Expression,
  operation: Operation,
  source: Expression,
  session: Session,
): Expression {
  const [parameter] = ts.isArrowFunction(callback) ? callback.parameters : [];
  const name = parameter !== undefined && ts.isIdentifier(parameter.name) ? parameter.name.text : "item";
  const element = session.newLocal(name, source.type.element ?? nothing.type);
  noteElement(element, source, session);
  const value: Expression = { kind: "local", local: element, type: element.type };
  const body = callbackBody(callback, value, operation, session);
  if (body === undefined) return nothing;
  return {
    kind: "iteration",
    operation,
    source,
    element,
    body,
    type: iterationType(node, operation, source, body, session),
  };
}

/** A filtered array keeps the type of its elements, but what the filter excludes; a mapped one has that of its body. */
function iterationType(
  node: ts.CallExpression,
  operation: Operation,
  source: Expression,
  body: Expression,
  session: Session,
): ValueType {
  if (operation === "some" || operation === "every") return booleanType;
  if (operation === "map") return required("array", body.type);
  const { element } = source.type;
  if (element === undefined) return required("array");
  const optional = element.optional && (typeAt(node, session).element?.optional ?? true);
  return required("array", { ...element, optional });
}

/** The body with the element in its place; undefined when it was refused. */
function callbackBody(
  callback: ts.Expression,
  element: Expression,
  operation: Operation,
  session: Session,
): Expression | undefined {
  if (ts.isParenthesizedExpression(callback)) return callbackBody(callback.expression, element, operation, session);
  if (ts.isIdentifier(callback)) return namedBody(callback, element, operation, session);
  if (!ts.isArrowFunction(callback)) return refuse(callback, session);
  const [parameter, ...others] = callback.parameters;
  const isPlain = parameter === undefined || (!parameter.dotDotDotToken && !parameter.initializer);
  if (!isPlain || others.length > 0 || ts.isBlock(callback.body) || callback.modifiers !== undefined) {
    return refuse(callback, session);
  }
  if (parameter !== undefined) bindNames(parameter.name, element, session);
  return operation === "map" ? session.expression(callback.body) : condition(callback.body, session);
}

/** A function handed to a method by its name: it must want the element alone, for JavaScript hands it the index too. */
function namedBody(
  callback: ts.Identifier,
  element: Expression,
  operation: Operation,
  session: Session,
): Expression | undefined {
  const declaration = declarationOf(callback, session.checker);
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) return refuse(callback, session);
  if (declaration.parameters.length !== 1) return refuse(callback, session);
  const body = callByName(declaration, element, callback, session);
  if (body === undefined) return refuse(callback, session);
  if (operation === "map" || body === nothing || (body.type.kind === "boolean" && !body.type.optional)) return body;
  reject(session, callback, "condition-not-boolean", { type: typeName(callback, session) });
  return undefined;
}

function callByName(
  declaration: ts.FunctionDeclaration,
  element: Expression,
  callback: ts.Identifier,
  session: Session,
): Expression | undefined {
  const library = libraryName(declaration, session);
  if (library !== undefined) return lowerLibraryCall(callback, library, [element], session);
  return isHelper(declaration, session) ? callHelper(declaration, [element], callback, session) : undefined;
}

function refuse(node: ts.Expression, session: Session): undefined {
  reject(session, node, "unsupported-syntax", {
    construct: "This callback",
    instead: "Write an arrow function of one parameter with an expression, such as `(item) => item.name === name`.",
  });
  return undefined;
}
