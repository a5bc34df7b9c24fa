import { afterAll, expect } from "vitest";
import { type Opa, type OpaError, type OpaOutcome, startOpa } from "../../src/opa/opa.js";

/** An OPA for the tests of one file, ended after them. */
export function runningOpa(): Opa {
  const opa = startOpa();
  afterAll(() => opa.close());
  return opa;
}

/** The value of an outcome that must be one. */
export function expectValue<T>(outcome: OpaOutcome<T>): T {
  expect(outcome).toMatchObject({ ok: true });
  if (!outcome.ok) throw new Error("unreachable: the expectation above has failed");
  return outcome.value;
}

/** The errors of an outcome that must have some. */
export function expectErrors(outcome: OpaOutcome<unknown>): readonly OpaError[] {
  expect(outcome).toMatchObject({ ok: false });
  if (outcome.ok) throw new Error("unreachable: the expectation above has failed");
  return outcome.errors;
}
