/** What a call of a rule's function may be given and may answer. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A function that exists in Rego and in TypeScript, and calls to which both must answer the same. */
export interface Agreement {
  /** Package (without "lib.") and function: "ports.in_ranges". */
  readonly name: string;
  /** How many arguments the Rego function takes. */
  readonly arity: number;
  /** A predicate is true or undefined in Rego, and true or false in TypeScript. */
  readonly kind: "predicate" | "value";
  readonly calls: readonly (readonly Json[])[];
  /** TypeScript's answer; `undefined` is Rego's null. */
  readonly typescript: (...args: never[]) => unknown;
  /** How the rule language reads Rego's answer, where that is not simply the answer. */
  readonly reading?: (answer: Json) => Json;
}

/** Every way to take one element of each list: `product([1, 2], ["a"])` is [[1, "a"], [2, "a"]]. */
export function product(...lists: readonly (readonly Json[])[]): Json[][] {
  return lists.reduce<Json[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}

/** A value of each type, for places where many would meet many. */
export const ofEachType: readonly Json[] = [null, true, 0.5, "*", [null], { name: null }];

/** Values of every type, for places where none or only one of the types belongs. */
export const anything: readonly Json[] = [
  null,
  false,
  true,
  0,
  -1,
  80,
  0.5,
  1e21,
  1e-7,
  9007199254740991,
  "",
  "*",
  "80",
  "windows",
  "ßéİ\u0000 😀",
  [],
  [null],
  ["*"],
  [[]],
  {},
  { name: null },
  { a: "*", spec: "windows" },
];
