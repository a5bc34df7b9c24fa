import type { Literal, Term } from "./ast.js";

/**
 * Takes out what nothing uses: assignments, indexes of iterations. Every assigned value is total, so that leaving one
 * out changes no outcome; `opa check --strict` refuses unused ones. `heads` are the terms beside the body.
 */
export function prune(body: readonly Literal[], heads: readonly Term[]): readonly Literal[] {
  const used = new Set<string>();
  for (const head of heads) noteTerm(head, used);
  const kept: Literal[] = [];
  for (const literal of [...body].reverse()) {
    if (literal.kind === "assign" && !used.has(literal.name)) continue;
    const pruned = pruneLiteral(literal, used);
    noteLiteral(pruned, used);
    kept.unshift(pruned);
  }
  return kept;
}

function pruneLiteral(literal: Literal, used: ReadonlySet<string>): Literal {
  if (literal.kind === "every") return { ...literal, body: prune(literal.body, []) };
  if (literal.kind !== "some") return literal;
  const value = used.has(literal.value) ? literal.value : "_";
  const { kind, source, key } = literal;
  return key !== undefined && used.has(key) ? { kind, key, value, source } : { kind, value, source };
}

function noteLiteral(literal: Literal, used: Set<string>): void {
  switch (literal.kind) {
    case "holds":
      return noteTerm(literal.term, used);
    case "compare":
      noteTerm(literal.left, used);
      return noteTerm(literal.right, used);
    case "member":
      noteTerm(literal.value, used);
      return noteTerm(literal.collection, used);
    case "assign":
      return noteTerm(literal.value, used);
    case "some":
      return noteTerm(literal.source, used);
    case "every":
      noteTerm(literal.source, used);
      for (const inner of literal.body) noteLiteral(inner, used);
      return;
    case "not":
      return noteLiteral(literal.literal, used);
  }
}

function noteTerm(term: Term, used: Set<string>): void {
  switch (term.kind) {
    case "scalar":
      return;
    case "var":
      used.add(term.name);
      return;
    case "ref":
      used.add(term.head);
      for (const key of term.path) noteTerm(key, used);
      return;
    case "call":
      for (const argument of term.arguments) noteTerm(argument, used);
      return;
    case "array":
      for (const item of term.items) noteTerm(item, used);
      return;
    case "object":
      for (const [, value] of term.members) noteTerm(value, used);
      return;
    case "arrayComprehension":
      noteTerm(term.head, used);
      for (const literal of term.body) noteLiteral(literal, used);
  }
}

/** Prunes comprehensions inside a term, whose bodies are scopes of their own. */
export function pruneTerm(term: Term): Term {
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
      return { ...term, head, body: prune(term.body.map(pruneInside), [head]) };
    }
  }
}

function pruneInside(literal: Literal): Literal {
  switch (literal.kind) {
    case "holds":
      return { ...literal, term: pruneTerm(literal.term) };
    case "compare":
      return { ...literal, left: pruneTerm(literal.left), right: pruneTerm(literal.right) };
    case "member":
      return { ...literal, value: pruneTerm(literal.value), collection: pruneTerm(literal.collection) };
    case "assign":
      return { ...literal, value: pruneTerm(literal.value) };
    case "some":
      return { ...literal, source: pruneTerm(literal.source) };
    case "every":
      return { ...literal, source: pruneTerm(literal.source), body: literal.body.map(pruneInside) };
    case "not": {
      const inner = pruneInside(literal.literal);
      return inner.kind === "holds" || inner.kind === "compare" || inner.kind === "member" ? { ...literal, literal: inner } : literal;
    }
  }
}

/** A body as it is printed: comprehensions first, then what they leave unused. */
export function pruneBody(body: readonly Literal[], heads: readonly Term[]): readonly Literal[] {
  return prune(body.map(pruneInside), heads);
}
