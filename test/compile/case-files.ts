import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import type { Json } from "../../src/ir/parameter-schema.js";

/** A violation as OPA gives it: the message, and the details as `docs/language.md` describes them. */
export interface Found {
  readonly message: string;
  readonly details: { readonly [key: string]: Json };
}

/** An object with parameters, from a case's inputs.yaml. */
export interface CaseInput {
  readonly name: string;
  readonly object: Json;
  /** Absent: a constraint that has none at all. */
  readonly parameters?: { readonly [key: string]: Json };
  /**
   * Why Node cannot be asked: TypeScript would throw on an ill-typed object, or JavaScript differs where the language says
   * so. What is expected was then written by hand.
   */
  readonly byHand?: string;
}

export const casesFolder = fileURLToPath(new URL("../cases/compile/", import.meta.url));

/** Folders with a rule.ts. */
export const caseNames: readonly string[] = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${casesFolder}${entry.name}/rule.ts`))
  .map((entry) => entry.name)
  .sort();

/** Inputs from a file beside the cases, each judged with these parameters, and named after them. */
interface Use extends Omit<CaseInput, "name" | "object"> {
  readonly use: string;
  readonly as?: string;
}

/** An entry of an inputs.yaml. */
type Entry = CaseInput | Use;

export function readInputs(name: string): readonly CaseInput[] {
  return readEntries(`${name}/inputs`).flatMap((entry) => {
    if (!("use" in entry)) return [entry];
    const { use, as, ...rest } = entry;
    return readEntries<CaseInput>(use).map((input) => ({
      ...input,
      ...rest,
      name: as === undefined ? input.name : `${as}: ${input.name}`,
    }));
  });
}

function readEntries<T = Entry>(file: string): readonly T[] {
  return parse(readFileSync(`${casesFolder}${file}.yaml`, "utf8"));
}

/** Violations by the name of the input. */
export type Expected = Readonly<Record<string, readonly Found[]>>;

export function readExpected(name: string): Expected {
  const file = `${casesFolder}${name}/expected.yaml`;
  return existsSync(file) ? (parse(readFileSync(file, "utf8")) ?? {}) : {};
}

export function readRego(name: string): string {
  const file = `${casesFolder}${name}/expected.rego`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

export function writeExpected(name: string, expected: Expected, rego: string): void {
  writeFileSync(`${casesFolder}${name}/expected.yaml`, stringify(expected, { lineWidth: 0 }));
  writeFileSync(`${casesFolder}${name}/expected.rego`, rego);
}

/** Whether to write what is expected anew, from what Node finds: UPDATE_CASES=1. */
export const updating = process.env.UPDATE_CASES === "1";
