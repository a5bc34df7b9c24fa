import type { JsonObject } from "../../src/fixtures/fixture.js";
import type { Json } from "../../src/ir/parameter-schema.js";

/** A violation as Gatekeeper's client sees it. */
export interface Finding {
  readonly msg: string;
  readonly details: JsonObject;
}

/** One text for each finding, sorted: two lists are the same set of findings when these are equal. */
export function asSet(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map((finding) => canonical(finding)))].sort();
}

/** JSON with sorted keys: the order of an object's members means nothing. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: Json) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
