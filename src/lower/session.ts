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
  readonly functions: Map<ts.Node, LoweredFunction | undefined>;
  /** What is known of where locals come from, by id. */
  readonly origins: Map<number, LocalOrigin>;
  /** Constants outside the check whose values are being lowered: meeting one again means that it contains itself. */
  readonly openConstants: Set<ts.Node>;
  readonly expression: (node: ts.Expression) => Expression;
  readonly helper: (declaration: ts.FunctionDeclaration, at: ts.Node) => LoweredFunction | undefined;
  readonly newLocal: (name: string, type: ValueType) => Local;
}

/** A helper function with what its callers must know. */
export interface LoweredFunction {
  readonly helper: HelperFunction;
  /** What it gives. */
  readonly type: ValueType;
}

export interface LocalOrigin {
  /**
   * Whose members are there whatever the object: the schema vouches for the parameters, all the way down; a record that
   * the rule itself wrote has what was written, but its members may be part of the object again.
   */
  readonly certain?: "parameters" | "rule" | undefined;
  /** It is part of the parameters, present or not. */
  readonly configured?: boolean;
  /** Its place in the reviewed object is known: that of the value itself, or that of the elements of an array. */
  readonly place?: "value" | "elements" | undefined;
}

/** The value undefined; also the placeholder after a mistake. */
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
