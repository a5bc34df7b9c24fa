import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOpa } from "../../src/opa/opa.js";
import type { Agreement, Json } from "./agreement.js";
import { asciiAgreements } from "./agreements/ascii.js";
import { containerAgreements } from "./agreements/containers.js";
import { exclusionAgreements } from "./agreements/exclusions.js";
import { fieldAgreements } from "./agreements/fields.js";
import { imageAgreements } from "./agreements/images.js";
import { integerAgreements } from "./agreements/integers.js";
import { podAgreements } from "./agreements/pods.js";
import { portAgreements } from "./agreements/ports.js";
import { quantityAgreements } from "./agreements/quantity.js";
import { textAgreements } from "./agreements/text.js";
import { type Answers, execute, interpret, type Yield } from "./calls.js";
import { libraryNames, librarySource } from "./libraries.js";

const agreements: readonly Agreement[] = [
  ...asciiAgreements,
  ...containerAgreements,
  ...exclusionAgreements,
  ...fieldAgreements,
  ...imageAgreements,
  ...integerAgreements,
  ...podAgreements,
  ...portAgreements,
  ...quantityAgreements,
  ...textAgreements,
];

const opa = startOpa({ eager: true });
let interpreted: Answers;
let executed: Answers;

beforeAll(async () => {
  const libraries = Object.fromEntries(libraryNames.map((name) => [`${name}.rego`, librarySource(name)]));
  interpreted = await interpret(opa, libraries, agreements);
  executed = await execute(opa, libraries, agreements);
});
afterAll(() => opa.close());

describe.each(agreements)("$name", (agreement) => {
  const { name, calls } = agreement;

  test("TypeScript, OPA and OPA's WASM agree on every call", () => {
    const all = calls.map((call, index) => ({
      call: text(call),
      typescript: text(inTypeScript(agreement, call)),
      opa: text(read(agreement, interpreted.get(name)?.[index])),
      wasm: text(read(agreement, executed.get(name)?.[index])),
    }));
    const disagreements = all.filter(({ typescript, opa, wasm }) => opa !== typescript || wasm !== typescript);
    expect(disagreements.slice(0, 10)).toEqual([]);
  });

  test("the calls have different answers", () => {
    expect(new Set(calls.map((call) => text(inTypeScript(agreement, call)))).size).toBeGreaterThan(1);
  });
});

/** TypeScript's answer in Rego's form. */
function inTypeScript({ kind, typescript }: Agreement, call: readonly Json[]): Yield {
  // Most calls are ill-typed on purpose: nothing that is judged has been validated.
  const result = typescript(...(call as never[])) as Json | undefined;
  if (kind === "predicate") return result === true ? [true] : [];
  return [result ?? null];
}

function read({ reading }: Agreement, result: Yield | undefined): Yield | undefined {
  return reading ? result?.map(reading) : result;
}

/** JSON with sorted keys: the order of an object's members means nothing. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
