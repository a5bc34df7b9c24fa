import { ts } from "ts-morph";
import type { HelperFunction } from "../ir/rule-ir.js";
import { bindNames } from "./names.js";
import { reject, type Session } from "./session.js";
import { lowerBlock, returnsBoolean } from "./statements.js";
import { valueType } from "./types.js";

/** Lowers a helper function once, however often it is called. Undefined when it is at fault; that has been said then. */
export function lowerHelper(
  declaration: ts.FunctionLikeDeclaration,
  at: ts.Node,
  session: Session,
): HelperFunction | undefined {
  if (session.functions.has(declaration)) {
    const known = session.functions.get(declaration);
    if (known === undefined) reject(session, at, "recursive-function", { name: `\`${nameOf(declaration)}\`` });
    return known;
  }
  session.functions.set(declaration, undefined);
  const parameters = declaration.parameters.map((parameter) => {
    const type = valueType(session.checker.getTypeAtLocation(parameter), session.checker);
    const local = session.newLocal(ts.isIdentifier(parameter.name) ? parameter.name.text : "argument", type);
    bindNames(parameter.name, { kind: "local", local, type }, session);
    return local;
  });
  const body = declaration.body;
  const helper: HelperFunction = {
    name: nameOf(declaration),
    parameters,
    predicate: returnsBoolean(declaration, session),
    body: body !== undefined && ts.isBlock(body) ? lowerBlock(body, { inLoop: false, place: "helper" }, session) : [],
    comment: commentOf(declaration),
    line: declaration.getSourceFile().getLineAndCharacterOfPosition(declaration.getStart()).line + 1,
  };
  session.functions.set(declaration, helper);
  return helper;
}

function nameOf(declaration: ts.FunctionLikeDeclaration): string {
  return declaration.name !== undefined && ts.isIdentifier(declaration.name) ? declaration.name.text : "function";
}

/** The author's comment is of use to whoever reads the Rego, too. */
function commentOf(declaration: ts.FunctionLikeDeclaration): readonly string[] {
  const [doc] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  const text = doc === undefined ? undefined : ts.getTextOfJSDocComment(doc.comment);
  return text === undefined ? [] : text.split("\n").map((line) => line.trim());
}
