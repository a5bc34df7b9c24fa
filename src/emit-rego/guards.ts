import type { CallTerm, Clause, Literal, NotLiteral, Ref, Term } from "./ast.js";

/**
 * Where a body has asked whether a member is there, `is_string(item.note)`, what follows in it need not read the member with
 * care, `fields.optional(item, ["note"], "string")`: it is `item.note`. This reads better, and holds for what stands in the
 * same body alone.
 */
export function useGuards(clause: Clause): Clause {
  const { body, known } = inBody(clause.body, []);
  return clause.value === undefined ? { body } : { value: inTerm(clause.value, known), body };
}

function inBody(literals: readonly Literal[], outside: readonly Known[]) {
  const known = [...outside];
  const body = literals.map((literal) => {
    const simpler = inLiteral(literal, known);
    known.push(...knownBy(simpler));
    return simpler;
  });
  return { body, known };
}

/** A reference that is known to be there, and of that type. */
interface Known {
  readonly ref: Ref;
  readonly type: string;
}

const tests: Readonly<Record<string, string>> = {
  is_string: "string",
  is_number: "number",
  is_boolean: "boolean",
  is_array: "array",
  is_object: "object",
};

function knownBy(literal: Literal): readonly Known[] {
  if (literal.kind === "holds" && literal.term.kind === "call") {
    const [argument] = literal.term.arguments;
    const type = tests[literal.term.name];
    return type !== undefined && argument?.kind === "ref" ? [{ ref: argument, type }] : [];
  }
  if (literal.kind !== "compare" || literal.operator !== "==" || literal.left.kind !== "ref") return [];
  const { left, right } = literal;
  return right.kind === "scalar" && right.value !== null ? [{ ref: left, type: typeof right.value }] : [];
}

function inLiteral(literal: Literal, known: readonly Known[]): Literal {
  const term = (each: Term): Term => inTerm(each, known);
  switch (literal.kind) {
    case "holds":
    case "compare":
    case "member":
      return inTest(literal, known);
    case "assign":
      return { ...literal, value: term(literal.value) };
    case "some":
      return { ...literal, source: term(literal.source) };
    case "every":
      return { ...literal, source: term(literal.source), body: inBody(literal.body, known).body };
    case "not":
      return { ...literal, literal: inTest(literal.literal, known) };
  }
}

function inTest(literal: NotLiteral["literal"], known: readonly Known[]): NotLiteral["literal"] {
  switch (literal.kind) {
    case "holds":
      return { ...literal, term: inTerm(literal.term, known) };
    case "compare":
      return { ...literal, left: inTerm(literal.left, known), right: inTerm(literal.right, known) };
    case "member":
      return { ...literal, value: inTerm(literal.value, known), collection: inTerm(literal.collection, known) };
  }
}

function inTerm(term: Term, known: readonly Known[]): Term {
  const each = (inner: Term): Term => inTerm(inner, known);
  switch (term.kind) {
    case "scalar":
    case "var":
      return term;
    case "ref":
      return { ...term, path: term.path.map(each) };
    case "call":
      return direct(term, known) ?? { ...term, arguments: term.arguments.map(each) };
    case "array":
      return { ...term, items: term.items.map(each) };
    case "object":
      return { ...term, members: term.members.map(([key, value]) => [key, each(value)] as const) };
    case "arrayComprehension": {
      const inside = inBody(term.body, known);
      return { ...term, head: inTerm(term.head, inside.known), body: inside.body };
    }
  }
}

/** The reference that a careful read comes to, where it is known. */
function direct(term: CallTerm, known: readonly Known[]): Ref | undefined {
  const [base, path, last] = term.arguments;
  if (base === undefined || path?.kind !== "array" || last === undefined) return undefined;
  const type = term.name === "fields.optional" ? textOf(last) : term.name === "fields.get" ? typeOf(last) : undefined;
  const head = base.kind === "var" ? base.name : base.kind === "ref" ? base.head : undefined;
  if (type === undefined || head === undefined) return undefined;
  const before = base.kind === "ref" ? base.path : [];
  const ref: Ref = { kind: "ref", head, path: [...before, ...path.items] };
  return known.some((each) => each.type === type && same(each.ref, ref)) ? ref : undefined;
}

function textOf(term: Term): string | undefined {
  return term.kind === "scalar" && typeof term.value === "string" ? term.value : undefined;
}

function typeOf(term: Term): string | undefined {
  if (term.kind === "object" || term.kind === "array") return term.kind;
  return term.kind === "scalar" && term.value !== null ? typeof term.value : undefined;
}

/** Terms are plain records. */
function same(left: Ref, right: Ref): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
