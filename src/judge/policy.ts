import { createRequire } from "node:module";
import type * as OpaWasm from "@open-policy-agent/opa-wasm";
import { isList, type Json, type JsonObject } from "../resources/json.js";
import { formatGo } from "./go-format.js";
import { hostSprintf, withHostSprintf } from "./host-sprintf.js";

/**
 * A result is the value of the entry point, undefined when it has none. `certain` is false when the host had to format
 * something whose text only OPA knows. An error is what evaluation ended with.
 */
export type Evaluation = { readonly result: Json | undefined; readonly certain: boolean } | { readonly error: string };

/** A compiled policy, ready to be asked. Not to be asked by two at once: it has one memory. */
export interface Policy {
  /** Paths such as "gatewright/container_no_privilege/violation". */
  readonly entrypoints: readonly string[];
  readonly evaluate: (entrypoint: string, input: Json) => Evaluation;
  /** Replaces `data` for the evaluations that follow. */
  readonly setData: (data: JsonObject) => void;
}

/**
 * The SDK as a CommonJS module, whose ES module form leaves out `loadPolicySync`. The asynchronous `loadPolicy` looks
 * at the global `Response`, which makes Node load its whole fetch.
 */
function sdk(): typeof OpaWasm {
  return createRequire(import.meta.url)("@open-policy-agent/opa-wasm") as typeof OpaWasm; // a require has no type of its own
}

/** Loads a module that OPA compiled. Throws when it is none. */
export function loadPolicy(wasm: Uint8Array): Policy {
  let certain = true;
  const sprintf = (format: Json, values: Json): string => {
    const formatted = formatGo(String(format), isList(values) ? values : [values]);
    certain &&= formatted.certain;
    return formatted.text;
  };
  const loaded = sdk().loadPolicySync(withHostSprintf(wasm), {}, { [hostSprintf]: sprintf });
  const entrypoints = Object.keys(loaded.entrypoints);
  return {
    entrypoints,
    setData: (data) => loaded.setData(data),
    evaluate: (entrypoint, input) => {
      certain = true;
      try {
        const [answer] = loaded.evaluate(input, entrypoint) as { readonly result: Json }[]; // OPA's ABI: a list of results
        return { result: answer?.result, certain };
      } catch (error) {
        return { error: reasonOf(error) };
      }
    },
  };
}

/** The SDK throws texts and plain objects as well as errors. */
function reasonOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}
