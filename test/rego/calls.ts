import { loadPolicy } from "@open-policy-agent/opa-wasm";
import type { Opa, OpaOutcome, RegoModules } from "../../src/opa/opa.js";
import type { Json } from "./agreement.js";

/** Calls of a library's function. */
export interface Calls {
  /** "ports.in_ranges" is `data.lib.ports.in_ranges`. */
  readonly name: string;
  /** How many arguments the function takes. */
  readonly arity: number;
  readonly calls: readonly (readonly Json[])[];
}

/** What a call yields: no value (a predicate that does not hold) or one. */
export type Yield = readonly Json[];

/** For each function, a yield for each of its calls. */
export type Answers = ReadonlyMap<string, readonly Yield[]>;

/** Memory grows during one evaluation of the WASM and is taken back before the next. */
const BATCH = 100;

/** What OPA's interpreter answers. */
export async function interpret(opa: Opa, libraries: RegoModules, functions: readonly Calls[]): Promise<Answers> {
  const modules = { ...libraries, "calls.rego": callsModule(functions) };
  const evaluations = functions.map(({ name, calls }) => ({
    query: `data.calls.${rule(name)}`,
    inputs: batches(calls),
  }));
  const values = succeeded(await opa.evaluateAll({ modules, regoVersion: "v1", evaluations }));
  // Each rule of the calls module is an array with an array for each call.
  return byName(functions, (_, index) => (values[index] as Yield[][]).flat());
}

/** What OPA's WASM answers to the same Rego. */
export async function execute(opa: Opa, libraries: RegoModules, functions: readonly Calls[]): Promise<Answers> {
  const modules = { ...libraries, "calls.rego": callsModule(functions) };
  const entrypoints = functions.map(({ name }) => `calls/${rule(name)}`);
  const policy = await loadPolicy(succeeded(await opa.compile({ modules, regoVersion: "v1", entrypoints })));
  // As above; opa-wasm puts the array into a result set.
  const evaluate = (name: string, calls: unknown) => policy.evaluate(calls, `calls/${rule(name)}`)[0].result as Yield[];
  return byName(functions, ({ name, calls }) => batches(calls).flatMap((batch) => evaluate(name, batch)));
}

function byName<T>(functions: readonly Calls[], value: (calls: Calls, index: number) => T): ReadonlyMap<string, T> {
  return new Map(functions.map((calls, index) => [calls.name, value(calls, index)]));
}

/** A rule for each function: for each call in the input, an array of what the function yields. */
function callsModule(functions: readonly Calls[]): string {
  const rules = functions.map(({ name, arity }) => {
    const given = Array.from({ length: arity }, (_, index) => `arguments[${index}]`).join(", ");
    return `${rule(name)} := [[value | value := data.lib.${name}(${given})] | some arguments in input]`;
  });
  return ["package calls", ...rules].join("\n\n");
}

function rule(name: string): string {
  return name.replace(".", "_");
}

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
    all.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** The value of an outcome, which must be one. */
export function succeeded<T>(outcome: OpaOutcome<T>): T {
  if (!outcome.ok)
    throw new Error(outcome.errors.map(({ file, row, message }) => `${file}:${row}: ${message}`).join("\n"));
  return outcome.value;
}
