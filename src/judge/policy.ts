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

/**
 * Loads a module that OPA compiled. Throws when it is none. A throw out of an evaluation leaves the module's own stack
 * where it was, and after some five hundred of them it has none left: so an instance that threw is not asked again.
 */
export function loadPolicy(wasm: Uint8Array): Policy {
  let certain = true;
  const sprintf = (format: Json, values: Json): string => {
    const formatted = formatGo(String(format), isList(values) ? values : [values]);
    certain &&= formatted.certain;
    return formatted.text;
  };
  const module = new WebAssembly.Module(withHostSprintf(wasm));
  const start = (data: JsonObject) => {
    const loaded = sdk().loadPolicySync(module, {}, { [hostSprintf]: sprintf });
    loaded.setData(data);
    return loaded;
  };
  let data: JsonObject = {};
  let instance: LoadedPolicy | undefined = start(data);
  return {
    entrypoints: Object.keys(instance.entrypoints),
    setData: (next) => {
      data = next;
      instance?.setData(data);
    },
    evaluate: (entrypoint, input) => {
      certain = true;
      instance ??= start(data);
      try {
        const [answer] = instance.evaluate(input, entrypoint) as Results;
        return { result: answer?.result, certain };
      } catch (error) {
        instance = undefined;
        return { error: reasonOf(error) };
      }
    },
  };
}

type LoadedPolicy = ReturnType<typeof OpaWasm.loadPolicySync>;

/** What OPA's ABI promises of an evaluation. */
type Results = readonly { readonly result: Json }[];

/** The SDK throws texts and plain objects as well as errors. */
function reasonOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}
