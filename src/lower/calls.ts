import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { declarationOf } from "../read/fold.js";
import { callHelper, isHelper, libraryName, lowerLibraryCall, rejectCall } from "./callees.js";
import { lowerMethod } from "./methods.js";
import { reject, type Session } from "./session.js";
import { rejectSyntax } from "./unsupported.js";

export function lowerCall(node: ts.CallExpression, session: Session): Expression {
  const callee = node.expression;
  if (ts.isIdentifier(callee)) return lowerFunctionCall(node, callee, session);
  if (!ts.isPropertyAccessExpression(callee)) return rejectSyntax(callee, session);
  return isModule(callee.expression, session)
    ? lowerFunctionCall(node, callee.name, session)
    : lowerMethod(node, callee, session);
}

/** Whether an expression names a module: `import * as gatewright from "gatewright"`. */
function isModule(node: ts.Expression, session: Session): boolean {
  const declaration = ts.isIdentifier(node) ? session.checker.getSymbolAtLocation(node)?.declarations?.[0] : undefined;
  return declaration !== undefined && ts.isNamespaceImport(declaration);
}

function lowerFunctionCall(
  node: ts.CallExpression,
  callee: ts.Identifier | ts.MemberName,
  session: Session,
): Expression {
  const declaration = declarationOf(callee, session.checker);
  const args = (): readonly Expression[] => node.arguments.map((argument) => session.expression(argument));
  if (declaration === undefined) return rejectCall(node, callee.text, "it is not declared", session);
  const library = libraryName(declaration, session);
  if (library !== undefined) return lowerLibraryCall(node, library, args(), session);
  if (isHelper(declaration, session)) return callHelper(declaration, args(), node, session);
  args();
  const name = callee.text;
  if (!isFunction(declaration)) return rejectCall(node, name, "it is no function of the rule package", session);
  return reject(session, node, "unsupported-call", {
    name: `\`${name}\``,
    reason: "only a function declaration at the top of a module can be compiled",
    instead: `Write \`function ${name}(...) { return ...; }\` beside the rule.`,
  });
}

/** Whether a name was declared as a function in a way that cannot be compiled: as a constant, or inside another. */
function isFunction(declaration: ts.Declaration): boolean {
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  return value !== undefined && ts.isFunctionLike(value) && "body" in value && value.body !== undefined;
}
