import type { Clause, Every, Literal, NotLiteral, Rule, Term } from "./ast.js";
import { useGuards } from "./guards.js";
import { namesUsed, termsIn, termsInLiteral, termsInRule } from "./walk.js";

/**
 * Takes out what nothing uses: assignments, indexes of iterations. Every assigned value is total, so that leaving one
 * out changes no outcome; `opa check --strict` refuses unused ones. `heads` are the terms beside the body.
 */
export function pruneBody(body: readonly Literal[], heads: readonly Term[]): readonly Literal[] {
  return prune(body.map(pruneInside), heads);
}

export function pruneClause(written: Clause): Clause {
  const clause = useGuards(written);
  const value = clause.value === undefined ? undefined : pruneTerm(clause.value);
  const body = pruneBody(clause.body, value === undefined ? [] : [value]);
  return value === undefined ? { body } : { value, body };
}

/** The rules that are reached from those of the given names, in their order. */
export function reachable(rules: readonly Rule[], roots: readonly string[]): readonly Rule[] {
  const reached = new Set(roots);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const rule of rules)
      if (reached.has(rule.name)) for (const name of namesUsed(termsInRule(rule))) reached.add(name);
  }
  return rules.filter((rule) => reached.has(rule.name));
}

function prune(body: readonly Literal[], heads: readonly Term[]): readonly Literal[] {
  const used = new Set(heads.flatMap((head) => [...namesUsed(termsIn(head))]));
  const kept: Literal[] = [];
  for (const literal of [...body].reverse()) {
    if (literal.kind === "assign" && !used.has(literal.name)) continue;
    const pruned = pruneNames(literal, used);
    for (const name of namesUsed(termsInLiteral(pruned))) used.add(name);
    kept.unshift(pruned);
  }
  return kept;
}

function pruneNames(literal: Literal, used: ReadonlySet<string>): Literal {
  if (literal.kind === "every") return pruneEvery(literal);
  if (literal.kind !== "some") return literal;
  const value = used.has(literal.value) ? literal.value : "_";
  const { kind, source, key } = literal;
  return key !== undefined && used.has(key) ? { kind, key, value, source } : { kind, value, source };
}

function pruneEvery({ key, value: name, ...rest }: Every): Every {
  const body = prune(rest.body, []);
  const used = new Set(body.flatMap((literal) => [...namesUsed(termsInLiteral(literal))]));
  const value = used.has(name) ? name : "_";
  return key !== undefined && used.has(key) ? { ...rest, key, value, body } : { ...rest, value, body };
}

/** Prunes comprehensions inside a term, whose bodies are scopes of their own. */
function pruneTerm(term: Term): Term {
  switch (term.kind) {
    case "scalar":
    case "var":
      return term;
    case "ref":
      return { ...term, path: term.path.map(pruneTerm) };
    case "call":
      return { ...term, arguments: term.arguments.map(pruneTerm) };
    case "array":
      return { ...term, items: term.items.map(pruneTerm) };
    case "object":
      return { ...term, members: term.members.map(([key, value]) => [key, pruneTerm(value)] as const) };
    case "arrayComprehension": {
      const head = pruneTerm(term.head);
      return { ...term, head, body: pruneBody(term.body, [head]) };
    }
  }
}

function pruneInside(literal: Literal): Literal {
  switch (literal.kind) {
    case "assign":
      return { ...literal, value: pruneTerm(literal.value) };
    case "some":
      return { ...literal, source: pruneTerm(literal.source) };
    case "every":
      return { ...literal, source: pruneTerm(literal.source), body: literal.body.map(pruneInside) };
    case "not":
      return { ...literal, literal: pruneTest(literal.literal) };
    case "holds":
    case "compare":
    case "member":
      return pruneTest(literal);
  }
}

function pruneTest(literal: NotLiteral["literal"]): NotLiteral["literal"] {
  switch (literal.kind) {
    case "holds":
      return { ...literal, term: pruneTerm(literal.term) };
    case "compare":
      return { ...literal, left: pruneTerm(literal.left), right: pruneTerm(literal.right) };
    case "member":
      return { ...literal, value: pruneTerm(literal.value), collection: pruneTerm(literal.collection) };
  }
}
