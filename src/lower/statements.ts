import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import type { Report, Statement } from "../ir/statement.js";
import { propertyName } from "../read/fold.js";
import { condition } from "./conditions.js";
import { trust } from "./members.js";
import { bindNames, rejectSyntax } from "./names.js";
import { nothing, reject, type Session } from "./session.js";

/** What surrounds a statement. */
export interface Surroundings {
  readonly inLoop: boolean;
  /** In a check `yield` reports; in a helper `return` gives the value. */
  readonly place: "check" | "helper";
}

export function lowerBlock(block: ts.Statement, around: Surroundings, session: Session): readonly Statement[] {
  const statements = ts.isBlock(block) ? block.statements : [block];
  return statements.flatMap((statement) => lowerStatement(statement, around, session));
}

function lowerStatement(node: ts.Statement, around: Surroundings, session: Session): readonly Statement[] {
  if (ts.isBlock(node)) return lowerBlock(node, around, session);
  if (ts.isVariableStatement(node)) return lowerConstants(node, session);
  if (ts.isIfStatement(node)) return [lowerIf(node, around, session)];
  if (ts.isForOfStatement(node)) return lowerForOf(node, around, session);
  if (ts.isExpressionStatement(node)) return lowerYield(node.expression, around, session);
  if (ts.isContinueStatement(node) && node.label === undefined) return [{ kind: "next" }];
  if (ts.isReturnStatement(node)) return lowerReturn(node, around, session);
  if (ts.isEmptyStatement(node)) return [];
  rejectSyntax(ts.isContinueStatement(node) && node.label !== undefined ? node.label.parent : node, session);
  return [];
}

function lowerConstants(node: ts.VariableStatement, session: Session): readonly Statement[] {
  if ((node.declarationList.flags & ts.NodeFlags.Const) === 0) {
    reject(session, node, "unsupported-syntax", {
      construct: "`let` and `var`",
      instead: "Use `const`: a rule selects and compares, it does not change values.",
    });
  }
  return node.declarationList.declarations.flatMap((declaration) => lowerConstant(declaration, session));
}

function lowerConstant(declaration: ts.VariableDeclaration, session: Session): readonly Statement[] {
  const { name, initializer } = declaration;
  if (initializer === undefined) {
    bindNames(name, nothing, session);
    return [];
  }
  const value = session.expression(initializer);
  if (!ts.isIdentifier(name) || value === nothing) {
    bindNames(name, value, session);
    return [];
  }
  const local = session.newLocal(name.text, value.type);
  trust(local, value, session);
  bindNames(name, { kind: "local", local, type: value.type }, session);
  return [{ kind: "bind", local, value }];
}

function lowerIf(node: ts.IfStatement, around: Surroundings, session: Session): Statement {
  return {
    kind: "branch",
    condition: condition(node.expression, session),
    whenTrue: lowerBlock(node.thenStatement, around, session),
    whenFalse: node.elseStatement === undefined ? [] : lowerBlock(node.elseStatement, around, session),
  };
}

function lowerForOf(node: ts.ForOfStatement, around: Surroundings, session: Session): readonly Statement[] {
  const source = session.expression(node.expression);
  const declaration = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0] : undefined;
  if (declaration === undefined || node.awaitModifier !== undefined) {
    rejectSyntax(node, session);
    return [];
  }
  const type = source.type.element ?? { kind: "unknown", optional: false };
  const name = ts.isIdentifier(declaration.name) ? declaration.name.text : "item";
  const element = session.newLocal(name, { ...type, optional: false });
  trust(element, source, session);
  bindNames(declaration.name, { kind: "local", local: element, type: element.type }, session);
  return [{ kind: "each", element, source, body: lowerBlock(node.statement, { ...around, inLoop: true }, session) }];
}

function lowerReturn(node: ts.ReturnStatement, around: Surroundings, session: Session): readonly Statement[] {
  if (around.inLoop) reject(session, node, "return-in-loop", {});
  if (node.expression === undefined) return [{ kind: "leave" }];
  if (around.place === "check") {
    reject(session, node, "yield-not-violation", {});
    return [{ kind: "leave" }];
  }
  return [{ kind: "leave", value: session.expression(node.expression) }];
}

function lowerYield(node: ts.Expression, around: Surroundings, session: Session): readonly Statement[] {
  if (!ts.isYieldExpression(node) || node.asteriskToken !== undefined || around.place === "helper") {
    rejectSyntax(node, session);
    return [];
  }
  const [message, where] = node.expression === undefined ? [] : violationArguments(node.expression);
  if (message === undefined || where === undefined) {
    reject(session, node, "yield-not-violation", {});
    return [];
  }
  const line = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const report: Report = { kind: "report", message: session.expression(message), line, ...lowerWhere(where, session) };
  return [report];
}

function violationArguments(node: ts.Expression): readonly [ts.Expression, ts.ObjectLiteralExpression] | readonly [] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "violation")
    return [];
  const [message, where] = node.arguments;
  return message !== undefined && where !== undefined && ts.isObjectLiteralExpression(where) ? [message, where] : [];
}

type Where = Pick<Report, "container" | "field" | "found" | "allowed">;

function lowerWhere(where: ts.ObjectLiteralExpression, session: Session): Where {
  const members: Record<string, Expression> = {};
  for (const property of where.properties) {
    const name = property.name === undefined ? undefined : propertyName(property.name);
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (name === undefined || value === undefined) {
      rejectSyntax(property, session);
      continue;
    }
    members[name] = session.expression(value);
  }
  return members;
}

export function returnsBoolean(node: ts.SignatureDeclaration, session: Session): boolean {
  const signature = session.checker.getSignatureFromDeclaration(node);
  if (signature === undefined) return false;
  const type = session.checker.getReturnTypeOfSignature(signature);
  return (type.flags & ts.TypeFlags.BooleanLike) !== 0;
}
