import type { Expression } from "../ir/expression.js";
import type { Bind, Branch, Leave, Report, Statement } from "../ir/statement.js";
import { branchWays, exits } from "../ir/ways.js";
import { assign, type Literal } from "./ast.js";
import type { Context } from "./context.js";
import { isContainers } from "./intrinsics.js";
import { asksPlace, openIteration } from "./iterations.js";
import { pathFormat } from "./paths.js";
import { bindAlias, bindAs, bindVariable, fork, type Scope } from "./scope.js";

/** One way through the statements: what has to hold on it, and the names that are bound there. */
export interface Way {
  readonly literals: readonly Literal[];
  readonly scope: Scope;
}

export interface Visitor {
  readonly context: Context;
  /**
   * A later way is taken only where no earlier one was (`else`), so that an early exit needs no negation after it.
   */
  readonly ordered: boolean;
  readonly report: (statement: Report, way: Way) => void;
  readonly leave: (statement: Leave, way: Way) => void;
}

/** Walks every way through the statements, in order, and hands each report and return to the visitor with its way. */
export function walkWays(statements: readonly Statement[], way: Way, visitor: Visitor): void {
  const [first, ...rest] = statements;
  if (first === undefined) return;
  switch (first.kind) {
    case "bind":
      walkWays(rest, bind(first, way, visitor.context), visitor);
      break;
    case "branch":
      walkBranch(first, rest, way, visitor);
      break;
    case "each": {
      const manner = { ordered: false, placed: wantsPlace(first.body) };
      const opened = openIteration(first, manner, fork(way.scope), visitor.context);
      walkWays(first.body, { literals: [...way.literals, ...opened.literals], scope: opened.scope }, visitor);
      walkWays(rest, way, visitor);
      break;
    }
    case "report":
      visitor.report(first, way);
      walkWays(rest, way, visitor);
      break;
    case "leave":
      walkLeave(first, way, visitor);
      break;
    case "next":
      break;
  }
}

function walkLeave(statement: Leave, way: Way, visitor: Visitor): void {
  // `return a ? b : c` is an if with two returns.
  const { value } = statement;
  if (value?.kind === "choice") {
    const { condition, whenTrue, whenFalse } = value;
    const branch: Branch = {
      kind: "branch",
      condition,
      whenTrue: [{ kind: "leave", value: whenTrue }],
      whenFalse: [{ kind: "leave", value: whenFalse }],
    };
    walkBranch(branch, [], way, visitor);
  } else {
    visitor.leave(statement, way);
  }
}

/** Whether the place of anything is asked for: by `field(...)`, or by a violation about a container. */
function wantsPlace(statements: readonly Statement[]): boolean {
  return statements.some(statementWantsPlace);
}

function statementWantsPlace(statement: Statement): boolean {
  switch (statement.kind) {
    case "report":
      return statement.container !== undefined || statement.field !== undefined;
    case "branch":
      return wantsPlace(statement.whenTrue) || wantsPlace(statement.whenFalse);
    case "each":
      return wantsPlace(statement.body);
    case "bind":
      return asksPlace([statement.value]);
    case "next":
    case "leave":
      return false;
  }
}

function walkBranch(branch: Branch, rest: readonly Statement[], way: Way, visitor: Visitor): void {
  const { context } = visitor;
  const { whenTrue, whenFalse, after } = branchWays(branch, rest);
  if (says(whenTrue)) walkWays(whenTrue, extend(way, "holds", branch.condition, context), visitor);
  if (says(whenFalse)) walkWays(whenFalse, extendElse(way, branch, visitor), visitor);
  if (after === undefined) return;
  if (after.given === undefined) walkWays(after.rest, way, visitor);
  else if (after.given) walkWays(after.rest, extend(way, "holds", branch.condition, context), visitor);
  else walkWays(after.rest, extendElse(way, branch, visitor), visitor);
}

/** Whether the statements do anything but end the iteration: a guard such as `if (excluded) continue` does not. */
function says(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    if (statement.kind === "branch") return says(statement.whenTrue) || says(statement.whenFalse);
    if (statement.kind === "each") return says(statement.body);
    return statement.kind === "report" || (statement.kind === "leave" && statement.value !== undefined);
  });
}

function extend(way: Way, wanted: "holds" | "fails", condition: Expression, context: Context): Way {
  const scope = fork(way.scope);
  return { literals: [...way.literals, ...context[wanted](condition, scope)], scope };
}

/** What follows a branch that always returns is reached only without it: by order, or by the negated condition. */
function extendElse(way: Way, branch: Branch, visitor: Visitor): Way {
  if (visitor.ordered && exits(branch.whenTrue) === "always") return { ...way, scope: fork(way.scope) };
  return extend(way, "fails", branch.condition, visitor.context);
}

/**
 * A constant becomes a variable of its own name where that reads well. What is an object of the review, a condition, a
 * path or a pattern is put where it is used instead: as a reference it stays short and keeps its place in the object.
 */
function bind(statement: Bind, way: Way, context: Context): Way {
  const { local, value } = statement;
  if (isAlias(value)) return { ...way, scope: bindAlias(way.scope, local, value) };
  const term = context.term(value, way.scope, local.name);
  const path = pathFormat(value, way.scope, context);
  const known = {
    ...(path === undefined ? {} : { path }),
    ...(value.type.kind === "array" ? { elementsOf: value } : {}),
  };
  // What became a rule of its own needs no second name.
  if (term.kind === "var")
    return { ...way, scope: bindAs(way.scope, local, { kind: "variable", name: term.name, ...known }) };
  const { name, scope } = bindVariable(way.scope, local, known);
  return { literals: [...way.literals, assign(name, term)], scope };
}

function isAlias(value: Expression): boolean {
  if (value.type.kind === "boolean" && value.kind !== "member" && value.kind !== "fallback") return true;
  if (isContainers(value)) return true;
  switch (value.kind) {
    case "fieldPath":
    case "pattern":
    case "object":
    case "parameters":
    case "local":
    case "literal":
      return true;
    case "member":
      return value.type.kind === "object" || value.certain;
    default:
      return false;
  }
}
