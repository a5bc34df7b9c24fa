import type { Local } from "./local.js";
import type { RuleMetadata } from "./metadata.js";
import type { ParameterSchema } from "./parameter-schema.js";
import type { Statement } from "./statement.js";

/** A helper function of the rule package. `boolean` ones are predicates; others yield a value on every path. */
export interface HelperFunction {
  /** Unique in the rule. */
  readonly id: number;
  readonly name: string;
  readonly parameters: readonly Local[];
  readonly predicate: boolean;
  readonly body: readonly Statement[];
  /** The author's comment above it, as plain lines. */
  readonly comment: readonly string[];
  /** Of its declaration: the module, relative to the project, and the line, from 1. */
  readonly file: string;
  readonly line: number;
}

/** One rule between the languages: what TypeScript said, what Rego and CEL are made from. */
export interface RuleIr {
  readonly metadata: RuleMetadata;
  readonly parameters: ParameterSchema;
  /** The author's name for the reviewed object: `pod` in `{ object: pod }`. */
  readonly objectName: string;
  readonly check: readonly Statement[];
  /** Only those that the check reaches, in the order of their declaration. */
  readonly functions: readonly HelperFunction[];
  /** Relative path of the module, for comments. */
  readonly file: string;
}
