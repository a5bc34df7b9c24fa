import type { ts } from "ts-morph";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode, HolesOf } from "../diagnostics/table.js";
import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { HelperFunction } from "../ir/rule-ir.js";
import type { ValueType } from "../ir/value-type.js";
import { locate } from "../read/location.js";
import type { RuleProgram } from "../read/program.js";

/**
 * The lowering of one rule. The parts that lower statements, expressions, calls and functions need one another; each
 * reaches the others through this record.
 */
export interface Session {
  readonly rules: RuleProgram;
  readonly checker: ts.TypeChecker;
  readonly diagnostics: Diagnostic[];
  /** What a name stands for, by its declaration's symbol. */
  readonly names: Map<ts.Symbol, Expression>;
  /** Helper functions that were reached, by their declaration; undefined while one is being lowered. */
  readonly functions: Map<ts.Node, HelperFunction | undefined>;
  /** Locals whose members are known to be there, by id. */
  readonly trusted: Map<number, Origin>;
  readonly expression: (node: ts.Expression) => Expression;
  readonly helper: (declaration: ts.FunctionLikeDeclaration, at: ts.Node) => HelperFunction | undefined;
  readonly newLocal: (name: string, type: ValueType) => Local;
}

/**
 * Where a value comes from, when not from the object under review. The schema vouches for the parameters, all the way
 * down; what the rule itself wrote is there, but what it put into it may be part of the object again.
 */
export type Origin = "parameters" | "rule";

export const nothing: Expression = { kind: "absent", type: { kind: "unknown", optional: true } };

/** Notes a mistake and gives a placeholder, so that lowering goes on and finds the others. */
export function reject<C extends DiagnosticCode>(
  session: Session,
  node: ts.Node,
  code: C,
  holes: HolesOf<C>,
): Expression {
  session.diagnostics.push(diagnose(code, holes, locate(node, session.rules.root)));
  return nothing;
}
