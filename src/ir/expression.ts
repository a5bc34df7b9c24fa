import type { Local } from "./local.js";
import type { ValueType } from "./value-type.js";

/** Text, number or truth, as written. */
export interface Literal {
  readonly kind: "literal";
  readonly value: string | number | boolean;
  readonly type: ValueType;
}

/** `undefined`, which is null as well. */
export interface Absent {
  readonly kind: "absent";
  readonly type: ValueType;
}

/** The object under review. */
export interface ReviewedObject {
  readonly kind: "object";
  readonly type: ValueType;
}

/** The parameters, defaults applied. */
export interface ParametersValue {
  readonly kind: "parameters";
  readonly type: ValueType;
}

export interface LocalValue {
  readonly kind: "local";
  readonly local: Local;
  readonly type: ValueType;
}

/** `base.key`, `base?.key`, `base["key"]`, `base[key]`: one member, named or computed. */
export interface Member {
  readonly kind: "member";
  readonly base: Expression;
  readonly key: Expression;
  /** As declared: whether the member may be absent, whatever narrowing says here. */
  readonly type: ValueType;
  /** Control flow has excluded that it is absent here (TypeScript's narrowing). */
  readonly narrowed: boolean;
  /** It is there and of its type whatever the object looks like: the library that made the base sees to it. */
  readonly certain: boolean;
}

/** `value ?? otherwise`. */
export interface Fallback {
  readonly kind: "fallback";
  readonly value: Expression;
  readonly otherwise: Expression;
  readonly type: ValueType;
}

/** `condition ? whenTrue : whenFalse`. */
export interface Choice {
  readonly kind: "choice";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
  readonly type: ValueType;
}

export type Comparison = "===" | "<" | "<=" | ">" | ">=";

/** `left operator right`; `!==` is the negation of `===`. Both sides of a relation are numbers. */
export interface Compare {
  readonly kind: "compare";
  readonly operator: Comparison;
  readonly left: Expression;
  readonly right: Expression;
  readonly type: ValueType;
}

/** `value === undefined`, `value == null`. */
export interface IsAbsent {
  readonly kind: "isAbsent";
  readonly value: Expression;
  readonly type: ValueType;
}

export interface Logic {
  readonly kind: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
  readonly type: ValueType;
}

export interface Not {
  readonly kind: "not";
  readonly operand: Expression;
  readonly type: ValueType;
}

/** A template literal: texts and values by turns, in order. */
export interface Text {
  readonly kind: "text";
  readonly parts: readonly Expression[];
  readonly type: ValueType;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Expression[];
  readonly type: ValueType;
}

export interface RecordValue {
  readonly kind: "record";
  readonly members: readonly { readonly key: string; readonly value: Expression }[];
  readonly type: ValueType;
}

/** `source.some(element => body)` and the like. */
export interface Iteration {
  readonly kind: "iteration";
  readonly operation: "some" | "every" | "filter" | "map";
  readonly source: Expression;
  readonly element: Local;
  readonly body: Expression;
  readonly type: ValueType;
}

/** A call of a helper function of the rule package. */
export interface Call {
  readonly kind: "call";
  /** The function's id in the rule: two modules may each have a function of one name. */
  readonly function: number;
  /** True or false on every path, and written as a predicate of Rego. */
  readonly predicate: boolean;
  readonly arguments: readonly Expression[];
  readonly type: ValueType;
}

/** Operations that TypeScript has as methods and properties. */
export type MethodName =
  | "includes"
  | "join"
  | "length"
  | "contains"
  | "startsWith"
  | "endsWith"
  | "split"
  | "sliceFrom"
  | "toUpperCase"
  | "toLowerCase"
  | "trim";

export interface Method {
  readonly kind: "method";
  readonly method: MethodName;
  readonly receiver: Expression;
  readonly arguments: readonly Expression[];
  readonly type: ValueType;
}

/** What the authoring library offers beyond the language, implemented twice: in TypeScript and in Rego. */
export type IntrinsicName =
  | "containers"
  | "imageMatches"
  | "isExcluded"
  | "isQuantity"
  | "isWindows"
  | "parseInteger"
  | "portInRanges"
  | "quantityExceeds";

export interface Intrinsic {
  readonly kind: "intrinsic";
  readonly name: IntrinsicName;
  readonly arguments: readonly Expression[];
  readonly type: ValueType;
}

/** `new RegExp(pattern).test(text)`, `/pattern/.test(text)`. */
export interface Matches {
  readonly kind: "matches";
  readonly pattern: Expression;
  readonly text: Expression;
  readonly type: ValueType;
}

/** `new RegExp(pattern)`, `/pattern/`: of use to `.test` alone. */
export interface Pattern {
  readonly kind: "pattern";
  readonly source: Expression;
  readonly type: ValueType;
}

/** `field(from, ...keys)`: a path as text. */
export interface FieldPath {
  readonly kind: "fieldPath";
  readonly from: Expression;
  readonly keys: readonly Expression[];
  readonly type: ValueType;
}

export type Expression =
  | Literal
  | Absent
  | ReviewedObject
  | ParametersValue
  | LocalValue
  | Member
  | Fallback
  | Choice
  | Compare
  | IsAbsent
  | Logic
  | Not
  | Text
  | List
  | RecordValue
  | Iteration
  | Call
  | Method
  | Intrinsic
  | Matches
  | Pattern
  | FieldPath;
