/** The part of Rego v1 that we emit, as data. The printer knows nothing but this. */
export interface Scalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** A text to be printed without escapes where that is possible: a regular expression. */
  readonly raw?: boolean;
}

export interface Var {
  readonly kind: "var";
  readonly name: string;
}

/** `head.key["other key"][term]` */
export interface Ref {
  readonly kind: "ref";
  readonly head: string;
  readonly path: readonly Term[];
}

export interface CallTerm {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Term[];
}

export interface ArrayTerm {
  readonly kind: "array";
  readonly items: readonly Term[];
}

export interface ObjectTerm {
  readonly kind: "object";
  readonly members: readonly (readonly [string, Term])[];
}

/** `[head | body]` */
export interface ArrayComprehension {
  readonly kind: "arrayComprehension";
  readonly head: Term;
  readonly body: readonly Literal[];
}

export type Term = Scalar | Var | Ref | CallTerm | ArrayTerm | ObjectTerm | ArrayComprehension;

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export interface Holds {
  readonly kind: "holds";
  readonly term: Term;
}

export interface CompareLiteral {
  readonly kind: "compare";
  readonly operator: CompareOperator;
  readonly left: Term;
  readonly right: Term;
}

/** `value in collection` */
export interface MemberLiteral {
  readonly kind: "member";
  readonly value: Term;
  readonly collection: Term;
}

/** `name := value` */
export interface Assign {
  readonly kind: "assign";
  readonly name: string;
  readonly value: Term;
}

/** `some value in source`, `some key, value in source` */
export interface Some {
  readonly kind: "some";
  readonly key?: string;
  readonly value: string;
  readonly source: Term;
}

/** `every value in source { body }`, `every key, value in source { body }` */
export interface Every {
  readonly kind: "every";
  readonly key?: string;
  readonly value: string;
  readonly source: Term;
  readonly body: readonly Literal[];
}

export interface NotLiteral {
  readonly kind: "not";
  readonly literal: Holds | CompareLiteral | MemberLiteral;
}

export type Literal = Holds | CompareLiteral | MemberLiteral | Assign | Some | Every | NotLiteral;

/** A body and the value that it gives; a chain of them is `... else := ...`. */
export interface Clause {
  readonly value?: Term;
  readonly body: readonly Literal[];
}

/** `name`, `name(parameters)`, `name contains element`; several clauses are joined by `else`. */
export interface Rule {
  readonly name: string;
  readonly parameters?: readonly string[];
  readonly contains?: Term;
  readonly clauses: readonly [Clause, ...Clause[]];
  /** Lines above the rule, without `# `. */
  readonly comment: readonly string[];
}

export interface Module {
  /** Lines above the package, without `# `; an empty one separates comment blocks. */
  readonly head: readonly string[];
  readonly package: string;
  readonly imports: readonly string[];
  readonly rules: readonly Rule[];
}

export const scalar = (value: Scalar["value"]): Scalar => ({ kind: "scalar", value });
export const variable = (name: string): Var => ({ kind: "var", name });
export const ref = (head: string, ...path: readonly (string | Term)[]): Ref => ({
  kind: "ref",
  head,
  path: path.map((key) => (typeof key === "string" ? scalar(key) : key)),
});
export const call = (name: string, ...args: readonly Term[]): CallTerm => ({ kind: "call", name, arguments: args });
export const array = (items: readonly Term[]): ArrayTerm => ({ kind: "array", items });
export const object = (members: ObjectTerm["members"]): ObjectTerm => ({ kind: "object", members });
export const holds = (term: Term): Holds => ({ kind: "holds", term });
export const compare = (left: Term, operator: CompareOperator, right: Term): CompareLiteral => ({
  kind: "compare",
  operator,
  left,
  right,
});
export const member = (value: Term, collection: Term): MemberLiteral => ({ kind: "member", value, collection });
export const assign = (name: string, value: Term): Assign => ({ kind: "assign", name, value });
export const some = (value: string, source: Term, key?: string): Some =>
  key === undefined ? { kind: "some", value, source } : { kind: "some", key, value, source };
export const every = ({ key, value, source }: Some, body: readonly Literal[]): Every =>
  key === undefined ? { kind: "every", value, source, body } : { kind: "every", key, value, source, body };
export const not = (literal: NotLiteral["literal"]): NotLiteral => ({ kind: "not", literal });
