import { walkExpression } from "../ir/children.js";
import type { Expression } from "../ir/expression.js";
import { type CallTerm, type Clause, call, type Rule, type Var, variable } from "./ast.js";
import type { Lifted } from "./context.js";
import { freeName } from "./names.js";
import { pruneClause } from "./prune.js";
import type { Binding, Scope } from "./scope.js";
import { namesUsed, termsIn, termsInClause } from "./walk.js";

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
    const candidates = variablesOf(lifted.uses, scope);
    const inner: Scope = { bindings: scope.bindings, taken: new Set(candidates), globals, single: false };
    const chains = lifted.rules(inner).map((chain) => chain.map(pruneClause));
    const used = new Set(chains.flat().flatMap((clause) => [...namesUsed(termsInClause(clause))]));
    const names = candidates.filter((name) => used.has(name));
    const key = JSON.stringify([lifted.name, names, chains]);
    const known = named.get(key);
    const isHidden = known !== undefined && scope.taken.has(known);
    const isFree = (name: string): boolean => !globals.has(name) && !scope.taken.has(name);
    const name = known === undefined || isHidden ? freeName(lifted.name, (each) => !isFree(each)) : known;
    if (name !== known) {
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
  return { name, ...(parameters.length === 0 ? {} : { parameters }), clauses: [first, ...others], comment: [] };
}

/** The variables of the scope that the expressions may need, in the order of their first use. */
function variablesOf(expressions: readonly Expression[], scope: Scope): readonly string[] {
  const names = new Set<string>();
  const visit = (expression: Expression): void => {
    for (const part of walkExpression(expression)) {
      const binding = part.kind === "local" ? scope.bindings.get(part.local.id) : undefined;
      if (binding !== undefined) visitBinding(binding);
    }
  };
  const visitBinding = (binding: Binding): void => {
    if (binding.kind === "alias") {
      visit(binding.value);
      return;
    }
    if (!scope.globals.has(binding.name)) names.add(binding.name);
    const path = binding.path?.arguments.flatMap((term) => [...termsIn(term)]) ?? [];
    for (const term of path) if (term.kind === "var") names.add(term.name);
    if (binding.elementsOf !== undefined) visit(binding.elementsOf);
  };
  for (const expression of expressions) visit(expression);
  return [...names];
}
