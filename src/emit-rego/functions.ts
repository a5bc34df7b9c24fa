import type { HelperFunction } from "../ir/rule-ir.js";
import { type Clause, type Rule, scalar } from "./ast.js";
import { bodies } from "./conditions.js";
import type { Context } from "./context.js";
import { pruneClause } from "./prune.js";
import { bindVariable, emptyScope, type Scope } from "./scope.js";
import { type Visitor, type Way, walkWays } from "./statements.js";

/** A helper function of the author's: a predicate, one rule for each way to be true; or a value, a chain of `else`. */
export function functionRules(
  helper: HelperFunction,
  name: string,
  globals: ReadonlySet<string>,
  context: Context,
): readonly Rule[] {
  let scope = emptyScope(globals);
  const parameters: string[] = [];
  for (const parameter of helper.parameters) {
    const bound = bindVariable(scope, parameter);
    scope = bound.scope;
    parameters.push(bound.name);
  }
  const chains = helper.predicate ? predicateClauses(helper, scope, context) : valueClauses(helper, scope, context);
  return chains.map((clauses, index) => ({
    name,
    ...(parameters.length === 0 ? {} : { parameters }),
    clauses,
    // "METADATA" alone on a line would make an annotation of what follows.
    comment: index === 0 ? helper.comment.filter((line) => line !== "METADATA") : [],
  }));
}

type Chain = readonly [Clause, ...Clause[]];

function predicateClauses(helper: HelperFunction, scope: Scope, context: Context): readonly Chain[] {
  const chains: Chain[] = [];
  const visitor: Visitor = {
    context,
    ordered: false,
    report: unexpected,
    leave: ({ value }, way) => {
      if (value === undefined || (value.kind === "literal" && value.value === false)) return;
      for (const body of bodies(value, way.scope, context)) {
        chains.push([pruneClause({ body: [...way.literals, ...body] })]);
      }
    },
  };
  walkWays(helper.body, { literals: [], scope }, visitor);
  // A predicate that is never true still has to exist.
  return chains.length > 0 ? chains : [[{ body: [{ kind: "holds", term: scalar(false) }] }]];
}

function valueClauses(helper: HelperFunction, scope: Scope, context: Context): readonly Chain[] {
  const clauses: Clause[] = [];
  const visitor: Visitor = {
    context,
    ordered: true,
    report: unexpected,
    leave: ({ value }, way) => {
      const term = value === undefined ? scalar(null) : context.term(value, way.scope);
      clauses.push(pruneClause({ value: term, body: way.literals }));
    },
  };
  walkWays(helper.body, { literals: [], scope }, visitor);
  const [first, ...others] = clauses;
  if (first === undefined) return [[{ value: scalar(null), body: [] }]];
  // A way that ends without `return` gives undefined.
  const last = clauses.at(-1);
  const total = last?.body.every((literal) => literal.kind === "assign") === true;
  return [[first, ...others, ...(total ? [] : [{ value: scalar(null), body: [] }])]];
}

function unexpected(_statement: unknown, _way: Way): void {
  throw new Error("a helper function yields no violations");
}
