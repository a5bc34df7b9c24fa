import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { ParameterSchema } from "../ir/parameter-schema.js";
import type { HelperFunction, RuleIr } from "../ir/rule-ir.js";
import { required } from "../ir/value-type.js";
import type { RuleProgram } from "../read/program.js";
import type { RuleSource } from "../read/rule-source.js";
import { lowerExpression } from "./expressions.js";
import { lowerHelper } from "./functions.js";
import { bindNames } from "./names.js";
import { type LocalOrigin, type LoweredFunction, reject, type Session } from "./session.js";
import { lowerBlock } from "./statements.js";
import { requireFewWays } from "./ways.js";

export interface LowerOutcome {
  readonly ir: RuleIr;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns the check of a rule, and the helper functions that it reaches, into the IR. All mistakes are found at once. */
export function lower(source: RuleSource, parameters: ParameterSchema, rules: RuleProgram): LowerOutcome {
  const session = createSession(rules);
  const objectName = bindInput(source.check, session);
  const check = lowerBlock(source.check.body ?? source.check, { inLoop: false, place: "check" }, session);
  requireFewWays(check, source.check.name ?? source.check, session);
  const functions = [...session.functions.values()].flatMap((lowered) =>
    lowered === undefined ? [] : [lowered.helper],
  );
  const ir: RuleIr = {
    metadata: source.metadata,
    parameters,
    objectName,
    check,
    functions: functions.sort(byPlace),
    file: source.path,
  };
  return { ir, diagnostics: session.diagnostics };
}

function byPlace(left: HelperFunction, right: HelperFunction): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line;
}

/** No rule that a person writes nests its expressions deeper; a generated one may, beyond what the stack holds. */
const deepest = 200;

function createSession(rules: RuleProgram): Session {
  let locals = 0;
  let depth = 0;
  const session: Session = {
    rules,
    checker: rules.checker,
    diagnostics: [],
    names: new Map<ts.Symbol, Expression>(),
    origins: new Map<number, LocalOrigin>(),
    functions: new Map<ts.Node, LoweredFunction | undefined>(),
    openConstants: new Set<ts.Node>(),
    expression: (node) => {
      if (depth === deepest) return reject(session, node, "too-deep", {});
      depth += 1;
      const value = lowerExpression(node, session);
      depth -= 1;
      return value;
    },
    helper: (declaration, at) => lowerHelper(declaration, at, session),
    newLocal: (name, type): Local => {
      locals += 1;
      return { id: locals, name, type };
    },
  };
  return session;
}

/** The names that the author gave to what a check is given: `{ object: pod, parameters }`, or one name for both. */
function bindInput(check: ts.FunctionLikeDeclaration, session: Session): string {
  const pattern = check.parameters[0]?.name;
  if (pattern === undefined) return "object";
  bindNames(pattern, input, session);
  if (!ts.isObjectBindingPattern(pattern)) return "object";
  const element = pattern.elements.find(({ name, propertyName }) => nameOf(propertyName ?? name) === "object");
  return element !== undefined && ts.isIdentifier(element.name) ? element.name.text : "object";
}

function nameOf(node: ts.Node): string | undefined {
  return ts.isIdentifier(node) ? node.text : undefined;
}

/** What a check is given, as a record that stands right there: its members are the object and the parameters themselves. */
const input: Expression = {
  kind: "record",
  members: [
    { key: "object", value: { kind: "object", type: required("object") } },
    { key: "parameters", value: { kind: "parameters", type: required("object") } },
  ],
  type: required("object"),
};
