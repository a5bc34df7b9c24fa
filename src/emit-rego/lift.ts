import { walkExpression } from "../ir/children.js";
import type { Expression } from "../ir/expression.js";
import { type CallTerm, type Clause, call, type Rule, type Var, variable } from "./ast.js";
import type { Lifted } from "./context.js";
import { freeName } from "./names.js";
import { pruneClause } from "./prune.js";
import type { Scope } from "./scope.js";

export interface Lifter {
  /** Defines the function, unless the same one is there already, and gives its call. */
  readonly lift: (lifted: Lifted, scope: Scope) => CallTerm | Var;
  /** What was defined, in the order of first use. */
  readonly rules: readonly Rule[];
}

/** Collects the functions and predicates that have to be made from expressions. Their names join `globals`. */
export function createLifter(globals: Set<string>): Lifter {
  const named = new Map<string, string>();
  const rules: Rule[] = [];
  const lift = (lifted: Lifted, scope: Scope): CallTerm | Var => {
    const names = freeVariables(lifted.uses, scope);
    const inner: Scope = { bindings: scope.bindings, taken: new Set([...globals, ...names]), single: false };
    const chains = lifted.rules(inner).map((chain) => chain.map(pruneClause));
    const key = JSON.stringify([lifted.name, names, chains]);
    const known = named.get(key);
    const name = known ?? freeName(lifted.name, new Set([...globals, ...scope.taken]));
    if (known === undefined) {
      named.set(key, name);
      globals.add(name);
      rules.push(...chains.map((chain) => ruleOf(name, names, chain)));
    }
    return names.length === 0 ? variable(name) : call(name, ...names.map(variable));
  };
  return { lift, rules };
}

function ruleOf(name: string, parameters: readonly string[], chain: readonly Clause[]): Rule {
  const [first = { body: [] }, ...others] = chain;
  const rule: Rule = { name, clauses: [first, ...others], comment: [] };
  return parameters.length === 0 ? rule : { ...rule, parameters };
}

/** The variables of the scope that the expressions need, in the order of their first use. */
function freeVariables(expressions: readonly Expression[], scope: Scope): readonly string[] {
  const names = new Set<string>();
  const visit = (expression: Expression): void => {
    for (const part of walkExpression(expression)) {
      if (part.kind !== "local") continue;
      const binding = scope.bindings.get(part.local.id);
      if (binding?.kind === "alias") visit(binding.value);
      if (binding?.kind === "variable") names.add(binding.name);
    }
  };
  for (const expression of expressions) visit(expression);
  return [...names];
}
