import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { ParameterSchema } from "../ir/parameter-schema.js";
import type { HelperFunction, RuleIr } from "../ir/rule-ir.js";
import type { RuleProgram } from "../read/program.js";
import type { RuleSource } from "../read/rule-source.js";
import { lowerExpression } from "./expressions.js";
import { lowerHelper } from "./functions.js";
import { bindNames } from "./names.js";
import type { Session } from "./session.js";
import { lowerBlock } from "./statements.js";

export interface LowerOutcome {
  readonly ir: RuleIr;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns the check of a rule, and the helper functions that it reaches, into the IR. All mistakes are found at once. */
export function lower(source: RuleSource, parameters: ParameterSchema, rules: RuleProgram): LowerOutcome {
  const session = createSession(rules);
  const objectName = bindInput(source.check, session);
  const body = source.check.body;
  const check =
    body === undefined || !ts.isBlock(body) ? [] : lowerBlock(body, { inLoop: false, place: "check" }, session);
  const functions = [...session.functions.values()].filter((helper) => helper !== undefined);
  const ir: RuleIr = {
    metadata: source.metadata,
    parameters,
    objectName,
    check,
    functions: [...functions].sort((left, right) => left.line - right.line),
    file: source.path,
  };
  return { ir, diagnostics: session.diagnostics };
}

function createSession(rules: RuleProgram): Session {
  let locals = 0;
  const session: Session = {
    rules,
    checker: rules.checker,
    diagnostics: [],
    names: new Map<ts.Symbol, Expression>(),
    trusted: new Map(),
    functions: new Map<ts.Node, HelperFunction | undefined>(),
    expression: (node) => lowerExpression(node, session),
    helper: (declaration, at) => lowerHelper(declaration, at, session),
    newLocal: (name, type): Local => {
      locals += 1;
      return { id: locals, name, type };
    },
  };
  return session;
}

const objectType = { kind: "object", optional: false } as const;

/** `{ object: pod, parameters }`: the names that the author gave to what a check is given. */
function bindInput(check: ts.FunctionLikeDeclaration, session: Session): string {
  const pattern = check.parameters[0]?.name;
  let objectName = "object";
  if (pattern === undefined || !ts.isObjectBindingPattern(pattern)) return objectName;
  for (const element of pattern.elements) {
    const key = element.propertyName ?? element.name;
    if (!ts.isIdentifier(key)) continue;
    if (key.text === "object" && ts.isIdentifier(element.name)) objectName = element.name.text;
    const kind = key.text === "parameters" ? "parameters" : "object";
    bindNames(element.name, { kind, type: objectType }, session);
  }
  return objectName;
}
