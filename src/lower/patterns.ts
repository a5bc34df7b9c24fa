import { ts } from "ts-morph";
import type { Expression } from "../ir/expression.js";
import { required, stringType } from "../ir/value-type.js";
import { declarationOf } from "../read/fold.js";
import { isOfLibrary } from "../read/origin.js";
import { lowerConstant } from "./names.js";
import { isConfigured } from "./origins.js";
import { translatePattern } from "./regex-syntax.js";
import { nothing, reject, type Session } from "./session.js";
import { rejectSyntax } from "./unsupported.js";

/** `/pattern/flags` */
export function lowerPatternLiteral(node: ts.RegularExpressionLiteral, session: Session): Expression {
  const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
  return translated(node, source, flags, session);
}

/** `new RegExp(pattern)`, of a constant or of parameters: RE2 checks those when an assignment is read. */
export function lowerNew(node: ts.NewExpression, session: Session): Expression {
  const [pattern, flags] = node.arguments ?? [];
  if (!isRegExpClass(node.expression, session) || pattern === undefined) return rejectSyntax(node, session);
  const constant = lowerConstant(pattern, session);
  const flagged = flags === undefined ? "" : lowerConstant(flags, session);
  const flagText = flagged === "" ? "" : flagged?.kind === "literal" ? String(flagged.value) : undefined;
  if (flagText === undefined) return reject(session, node, "pattern-not-configured", {});
  if (constant?.kind === "literal") return translated(pattern, String(constant.value), flagText, session);
  const source = session.expression(pattern);
  if (source === nothing) return nothing;
  if (
    source.type.kind !== "string" ||
    source.type.optional ||
    !isConfigured(source, session) ||
    /[^u]/.test(flagText)
  ) {
    return reject(session, node, "pattern-not-configured", {});
  }
  return patternOf(source);
}

function isRegExpClass(node: ts.Expression, session: Session): boolean {
  const declaration = ts.isIdentifier(node) ? declarationOf(node, session.checker) : undefined;
  return ts.isIdentifier(node) && node.text === "RegExp" && declaration !== undefined && isOfLibrary(declaration);
}

function translated(node: ts.Node, source: string, flags: string, session: Session): Expression {
  const outcome = translatePattern(source, flags);
  if (outcome.ok) return patternOf({ kind: "literal", value: outcome.pattern, type: stringType });
  return reject(session, node, "regex-unsupported", { part: `\`${outcome.part}\``, instead: outcome.instead });
}

function patternOf(source: Expression): Expression {
  return { kind: "pattern", source, type: required("object") };
}
