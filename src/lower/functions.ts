import { ts } from "ts-morph";
import type { Local } from "../ir/local.js";
import type { HelperFunction } from "../ir/rule-ir.js";
import type { Statement } from "../ir/statement.js";
import { booleanType, eitherType, type ValueType } from "../ir/value-type.js";
import { declarationOf } from "../read/fold.js";
import { relativePath } from "../read/location.js";
import { bindNames } from "./names.js";
import { type LoweredFunction, reject, type Session } from "./session.js";
import { lowerBlock } from "./statements.js";
import { valueType } from "./types.js";
import { requireFewWays } from "./ways.js";

/** Lowers a helper function once, however often it is called. Undefined when it is at fault; that has been said then. */
export function lowerHelper(
  declaration: ts.FunctionDeclaration,
  at: ts.Node,
  session: Session,
): LoweredFunction | undefined {
  const name = declaration.name?.text ?? "default";
  if (session.functions.has(declaration)) {
    const known = session.functions.get(declaration);
    if (known === undefined) reject(session, at, "recursive-function", { name: `\`${name}\`` });
    return known;
  }
  session.functions.set(declaration, undefined);
  const id = session.functions.size;
  refuseKind(declaration, name, session);
  const parameters = declaration.parameters.map((parameter) => bindParameter(parameter, session));
  const body = lowerBlock(declaration.body ?? declaration, { inLoop: false, place: "helper" }, session);
  requireFewWays(body, declaration.name ?? declaration, session);
  const returned = returnType(declaration, session);
  const predicate = returned.kind === "boolean" && !returned.optional;
  const file = declaration.getSourceFile();
  const helper: HelperFunction = {
    id,
    name,
    parameters,
    predicate,
    body,
    comment: commentOf(declaration),
    file: relativePath(file.fileName, session.rules.root),
    line: file.getLineAndCharacterOfPosition(declaration.getStart()).line + 1,
  };
  const lowered = { helper, type: predicate ? booleanType : typeOfBody(body, returned) };
  session.functions.set(declaration, lowered);
  return lowered;
}

/** A generator or an async function gives something else than what it returns. */
function refuseKind(declaration: ts.FunctionDeclaration, name: string, session: Session): void {
  const isAsync = declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  if (!isAsync && declaration.asteriskToken === undefined) return;
  reject(session, declaration.name ?? declaration, "unsupported-call", {
    name: `\`${name}\``,
    reason: isAsync ? "it is async" : "it is a generator",
    instead: isAsync
      ? "A rule sees the object and its parameters and nothing else; there is nothing to wait for."
      : "Return a value, and yield the violations in the check itself.",
  });
}

function bindParameter(parameter: ts.ParameterDeclaration, session: Session): Local {
  const type = valueType(session.checker.getTypeAtLocation(parameter), session.checker);
  const local = session.newLocal(ts.isIdentifier(parameter.name) ? parameter.name.text : "argument", type);
  if (parameter.dotDotDotToken !== undefined || parameter.initializer !== undefined) {
    reject(session, parameter, "unsupported-syntax", {
      construct: parameter.initializer === undefined ? "`...` before a parameter" : "A default for a parameter",
      instead:
        parameter.initializer === undefined
          ? "Take an array."
          : "Mark the parameter as optional, and write `??` where it is used.",
    });
  }
  if (isDeclaredRegex(parameter, session)) session.origins.set(local.id, { configured: true });
  bindNames(parameter.name, { kind: "local", local, type }, session);
  return local;
}

/** Gatewright's `Regex` is a text that was checked when the assignment was read. */
function isDeclaredRegex({ type }: ts.ParameterDeclaration, session: Session): boolean {
  if (type === undefined || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  const declaration = declarationOf(type.typeName, session.checker);
  if (declaration === undefined || !ts.isTypeAliasDeclaration(declaration)) return false;
  return declaration.name.text === "Regex" && session.rules.isAuthoring(declaration);
}

function returnType(node: ts.SignatureDeclaration, session: Session): ValueType {
  const signature = session.checker.getSignatureFromDeclaration(node);
  if (signature === undefined) return { kind: "unknown", optional: true };
  return valueType(session.checker.getReturnTypeOfSignature(signature), session.checker);
}

/** What the statements return says more than the declared type: a quantity that is declared as a string may be a number. */
function typeOfBody(body: readonly Statement[], declared: ValueType): ValueType {
  const types = [...returnedTypes(body)];
  const [first, ...others] = types;
  if (first === undefined) return declared;
  return { ...others.reduce(eitherType, first), optional: declared.optional };
}

function* returnedTypes(statements: readonly Statement[]): Generator<ValueType> {
  for (const statement of statements) {
    if (statement.kind === "branch") yield* returnedTypes([...statement.whenTrue, ...statement.whenFalse]);
    if (statement.kind === "leave" && statement.value !== undefined && statement.value.kind !== "absent") {
      yield statement.value.type;
    }
  }
}

/** The author's comment is of use to whoever reads the Rego, too. */
function commentOf(declaration: ts.FunctionDeclaration): readonly string[] {
  const [doc] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  const text = doc === undefined ? undefined : ts.getTextOfJSDocComment(doc.comment);
  return text === undefined ? [] : text.split("\n").map((line) => line.trim());
}
