import type { Clause, Literal, Rule, Term } from "./ast.js";

/** All terms in a literal, those inside one another included. */
export function* termsInLiteral(literal: Literal): Generator<Term> {
  switch (literal.kind) {
    case "holds":
      yield* termsIn(literal.term);
      break;
    case "compare":
      yield* termsIn(literal.left);
      yield* termsIn(literal.right);
      break;
    case "member":
      yield* termsIn(literal.value);
      yield* termsIn(literal.collection);
      break;
    case "assign":
      yield* termsIn(literal.value);
      break;
    case "some":
      yield* termsIn(literal.source);
      break;
    case "every":
      yield* termsIn(literal.source);
      for (const inner of literal.body) yield* termsInLiteral(inner);
      break;
    case "not":
      yield* termsInLiteral(literal.literal);
  }
}

/** A term and all terms in it. */
export function* termsIn(term: Term): Generator<Term> {
  yield term;
  for (const child of childrenOf(term)) yield* termsIn(child);
  if (term.kind === "arrayComprehension") for (const literal of term.body) yield* termsInLiteral(literal);
}

/** All terms in a rule's clauses and head. */
export function* termsInRule(rule: Rule): Generator<Term> {
  if (rule.contains !== undefined) yield* termsIn(rule.contains);
  for (const clause of rule.clauses) yield* termsInClause(clause);
}

/** All terms in a clause's value and body. */
export function* termsInClause(clause: Clause): Generator<Term> {
  if (clause.value !== undefined) yield* termsIn(clause.value);
  for (const literal of clause.body) yield* termsInLiteral(literal);
}

/** Names of variables, of what references start from, and of functions. */
export function* namesUsed(terms: Iterable<Term>): Generator<string> {
  for (const term of terms) {
    if (term.kind === "var" || term.kind === "call") yield term.name;
    if (term.kind === "ref") yield term.head;
  }
}

function childrenOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "scalar":
    case "var":
      return [];
    case "ref":
      return term.path;
    case "call":
      return term.arguments;
    case "array":
      return term.items;
    case "object":
      return term.members.map(([, value]) => value);
    case "arrayComprehension":
      return [term.head];
  }
}
