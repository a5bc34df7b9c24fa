import { assignmentCodes } from "./codes/assignment.js";
import { languageCodes } from "./codes/language.js";
import { outputCodes } from "./codes/output.js";
import { resourceCodes } from "./codes/resources.js";
import { ruleCodes } from "./codes/rule.js";
import { suiteCodes } from "./codes/suite.js";
import type { DiagnosticEntry } from "./entry.js";

/** Every diagnostic of Gatewright, by its stable word code. */
export const table = {
  ...ruleCodes,
  ...languageCodes,
  ...assignmentCodes,
  ...outputCodes,
  ...resourceCodes,
  ...suiteCodes,
} as const satisfies Record<string, DiagnosticEntry>;

export type DiagnosticCode = keyof typeof table;

type HoleNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | HoleNames<Rest>
  : never;

/** The values that the texts of one code need. */
export type HolesOf<C extends DiagnosticCode> = {
  readonly [Name in HoleNames<(typeof table)[C]["message"] | (typeof table)[C]["help"]>]: string | number;
};
