import { ts } from "ts-morph";
import type { Expression, IntrinsicName } from "../ir/expression.js";
import { stringType } from "../ir/value-type.js";
import { placeOf } from "./origins.js";
import { nothing, reject, type Session } from "./session.js";
import { typeAt, valueType } from "./types.js";

/** The name under which gatewright exports a function, whatever the module calls it. */
export function libraryName(declaration: ts.Declaration, session: Session): string | undefined {
  if (!session.rules.isAuthoring(declaration) || !ts.isFunctionDeclaration(declaration)) return undefined;
  return declaration.name?.text;
}

/** Whether a declaration is a function of the rule package that can become one of Rego. */
export function isHelper(declaration: ts.Declaration, session: Session): declaration is ts.FunctionDeclaration {
  return (
    ts.isFunctionDeclaration(declaration) &&
    declaration.body !== undefined &&
    ts.isSourceFile(declaration.parent) &&
    session.rules.isOwn(declaration.getSourceFile())
  );
}

/** A call of a helper function; arguments that are left out are undefined. */
export function callHelper(
  declaration: ts.FunctionDeclaration,
  args: readonly Expression[],
  node: ts.Expression,
  session: Session,
): Expression {
  const lowered = session.helper(declaration, node);
  if (lowered === undefined) return nothing;
  const { helper, type } = lowered;
  helper.parameters.forEach((parameter, index) => {
    const mayBeNumber = args[index]?.type.kind === "scalar" && parameter.type.kind === "string";
    if (mayBeNumber) reject(session, node, "argument-may-be-number", { name: parameter.name });
  });
  const all = helper.parameters.map((_, index) => args[index] ?? nothing);
  return { kind: "call", function: helper.id, predicate: helper.predicate, arguments: all, type };
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

/** A call of a function of gatewright's. The node is the callback itself where the function is handed to a method. */
export function lowerLibraryCall(
  node: ts.Expression,
  name: string,
  args: readonly Expression[],
  session: Session,
): Expression {
  if (name === "field") return lowerField(node, args, session);
  if (!isIntrinsic(name)) return rejectCall(node, name, "it has no meaning inside a check", session);
  const signature = session.checker.getTypeAtLocation(node).getCallSignatures()[0];
  const returned = signature && valueType(session.checker.getReturnTypeOfSignature(signature), session.checker);
  const type = ts.isCallExpression(node) ? typeAt(node, session) : (returned ?? nothing.type);
  return { kind: "intrinsic", name, arguments: args, type };
}

/** Rego knows the place of a value only where it can be followed from the object by name. */
function lowerField(node: ts.Expression, args: readonly Expression[], session: Session): Expression {
  const [from = nothing, ...keys] = args;
  if (from === nothing) return nothing;
  if (placeOf(from, session) !== "value") return reject(session, node, "place-unknown", {});
  return { kind: "fieldPath", from, keys, type: stringType };
}

export function rejectCall(node: ts.Expression, name: string, reason: string, session: Session): Expression {
  return reject(session, node, "unsupported-call", {
    name: `\`${name}\``,
    reason,
    instead: "Call what gatewright exports, or a function that the rule package declares.",
  });
}
