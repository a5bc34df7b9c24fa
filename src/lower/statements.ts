import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import type { Report, Statement } from "../ir/statement.js";
import { declarationOf, memberValue, propertyName } from "../read/fold.js";
import { libraryName } from "./callees.js";
import { condition } from "./conditions.js";
import { bindNames } from "./names.js";
import { noteElement, noteValue, placeOf } from "./origins.js";
import { nothing, reject, type Session } from "./session.js";
import { typeName } from "./types.js";
import { rejectSyntax } from "./unsupported.js";

/** What surrounds a statement. */
export interface Surroundings {
  readonly inLoop: boolean;
  /** In a check `yield` reports; in a helper `return` gives the value. */
  readonly place: "check" | "helper";
}

export function lowerBlock(block: ts.Node, around: Surroundings, session: Session): readonly Statement[] {
  const statements = ts.isBlock(block) ? block.statements : ts.isStatement(block) ? [block] : [];
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
  rejectSyntax(node, session);
  // What is wrong inside is said at once, too.
  for (const inner of statementsIn(node)) lowerStatement(inner, { ...around, inLoop: true }, session);
  return [];
}

/** The statements directly inside one that the language does not have. */
function statementsIn(node: ts.Statement): readonly ts.Statement[] {
  if (ts.isIterationStatement(node, false)) return [node.statement];
  if (ts.isLabeledStatement(node)) return [node.statement];
  if (ts.isSwitchStatement(node)) return node.caseBlock.clauses.flatMap((clause) => [...clause.statements]);
  if (!ts.isTryStatement(node)) return [];
  const blocks = [node.tryBlock, node.catchClause?.block, node.finallyBlock];
  return blocks.filter((block) => block !== undefined);
}

function lowerConstants(node: ts.VariableStatement, session: Session): readonly Statement[] {
  if ((node.declarationList.flags & ts.NodeFlags.Const) === 0) {
    reject(session, node, "unsupported-syntax", {
      construct: node.declarationList.flags & ts.NodeFlags.Let ? "`let`" : "`var`",
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
  noteValue(local, value, session);
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
  if (source !== nothing && source.type.kind !== "array") {
    reject(session, node.expression, "unsupported-syntax", {
      construct: `\`for...of\` over a value of type ${typeName(node.expression, session)}`,
      instead: "Iterate over an array.",
    });
  }
  const name = ts.isIdentifier(declaration.name) ? declaration.name.text : "item";
  const element = session.newLocal(name, source.type.element ?? nothing.type);
  noteElement(element, source, session);
  bindNames(declaration.name, { kind: "local", local: element, type: element.type }, session);
  return [{ kind: "each", element, source, body: lowerBlock(node.statement, { ...around, inLoop: true }, session) }];
}

function lowerReturn(node: ts.ReturnStatement, around: Surroundings, session: Session): readonly Statement[] {
  if (around.inLoop) reject(session, node, "return-in-loop", {});
  if (around.place === "helper" && node.expression === undefined) return [{ kind: "leave", value: nothing }];
  if (node.expression === undefined) return [{ kind: "leave" }];
  if (around.place === "check") {
    reject(session, node, "yield-not-violation", {});
    return [{ kind: "leave" }];
  }
  return [{ kind: "leave", value: session.expression(node.expression) }];
}

function lowerYield(node: ts.Expression, around: Surroundings, session: Session): readonly Statement[] {
  if (!ts.isYieldExpression(node) || around.place === "helper") {
    if (ts.isCallExpression(node)) session.expression(node);
    rejectSyntax(node, session);
    return [];
  }
  const { expression } = node;
  const [message, where] = expression === undefined ? [] : violationArguments(expression, session);
  if (node.asteriskToken !== undefined || message === undefined || where === undefined) {
    reject(session, node, "yield-not-violation", {});
    return [];
  }
  const line = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const report: Report = { kind: "report", message: session.expression(message), line, ...lowerWhere(where, session) };
  return [report];
}

function violationArguments(
  node: ts.Expression,
  session: Session,
): readonly [ts.Expression, ts.ObjectLiteralExpression] | readonly [] {
  if (!ts.isCallExpression(node)) return [];
  const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  const declaration = ts.isIdentifier(callee) ? declarationOf(callee, session.checker) : undefined;
  if (declaration === undefined || libraryName(declaration, session) !== "violation") return [];
  const [message, where] = node.arguments;
  return message !== undefined && where !== undefined && ts.isObjectLiteralExpression(where) ? [message, where] : [];
}

type Where = Pick<Report, "container" | "field" | "found" | "allowed">;

function lowerWhere(where: ts.ObjectLiteralExpression, session: Session): Where {
  const members: Record<string, Expression> = {};
  for (const property of where.properties) {
    const name = property.name === undefined ? undefined : propertyName(property.name);
    const node = memberValue(property);
    if (name === undefined || node === undefined) {
      rejectSyntax(property, session);
      continue;
    }
    const value = session.expression(node);
    if (value === nothing) continue;
    if (name === "container" && placeOf(value, session) !== "value") reject(session, node, "place-unknown", {});
    members[name] = value;
  }
  return members;
}
