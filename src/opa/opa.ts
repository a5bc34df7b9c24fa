import { join } from "node:path";
import type { OpaIdentity } from "./identity.js";
import type { OpaError, OpaOutcome } from "./outcome.js";
import { packageRoot } from "./package-root.js";
import { createProcessHost } from "./process-host.js";
import { type Reply, readReply } from "./reply.js";

export type { OpaError, OpaOutcome } from "./outcome.js";

/** The language of a module: v0 is OPA's before 1.0, and Gatekeeper's default. */
export type RegoVersion = "v0" | "v1";

/** Rego sources by file name. The names are free; errors carry them. */
export interface RegoModules {
  readonly [file: string]: string;
}

/** What every request on modules holds. */
export interface ModulesRequest {
  readonly modules: RegoModules;
  /** The version of all modules that `moduleVersions` does not name. */
  readonly regoVersion: RegoVersion;
  readonly moduleVersions?: { readonly [file: string]: RegoVersion };
}

export interface CompileRequest extends ModulesRequest {
  /** What the policy can be asked, as paths below `data`: "package/rule". At least one. */
  readonly entrypoints: readonly string[];
}

/** Rego's `input` and `data` as JSON values; numbers reach OPA as they do in Gatekeeper, as floats. */
export interface Evaluation {
  /** One expression with one value: "data.package.rule". */
  readonly query: string;
  readonly inputs: readonly unknown[];
}

export interface RegoTest {
  /** As OPA prints it: "data.example_test". */
  readonly package: string;
  readonly name: string;
  readonly outcome: "pass" | "fail" | "error" | "skip";
  readonly file: string;
  readonly row: number;
  /** Why, for the outcome "error". */
  readonly error?: OpaError;
  /** What the test printed. */
  readonly output?: string;
  /** The failed cases of a table test (`test_x[name]`). */
  readonly failedCases?: readonly (readonly string[])[];
}

/** Percentages count the lines that hold code. */
export interface RegoCoverage {
  readonly percent: number;
  readonly files: { readonly [file: string]: FileCoverage };
}

export interface FileCoverage {
  readonly percent: number;
  readonly covered: readonly RowExtent[];
  readonly notCovered: readonly RowExtent[];
}

/** From the first to the last row, counted from 1. */
export interface RowExtent {
  readonly startRow: number;
  readonly endRow: number;
  /** Why it was not reached, where OPA knows: "index_excluded", "early_exit". */
  readonly reasons?: readonly string[];
}

export interface RegoTestReport {
  /** Ordered by file and row. */
  readonly tests: readonly RegoTest[];
  readonly coverage?: RegoCoverage;
}

/**
 * The embedded OPA. Calls are carried out one after the other. Everything is judged by what OPA in Gatekeeper 3.23.1
 * allows: a builtin or keyword that is newer is an error.
 */
export interface Opa {
  /** The policy's WebAssembly, at optimisation level 0; equal requests give equal bytes. */
  compile(request: CompileRequest): Promise<OpaOutcome<Uint8Array>>;
  /** Parses and compiles; `strict` adds what `opa check --strict` refuses. Metadata comments are checked too. */
  check(request: ModulesRequest & { readonly strict?: boolean }): Promise<OpaOutcome<null>>;
  /** The modules as `opa fmt` prints them. */
  format(request: ModulesRequest): Promise<OpaOutcome<RegoModules>>;
  /** Runs the Rego unit tests among the modules. A failed test is no error: it is in the report. */
  test(request: ModulesRequest & { readonly coverage?: boolean }): Promise<OpaOutcome<RegoTestReport>>;
  /**
   * OPA's own interpreter, the reference for verdicts and messages: one value per input, sets as sorted arrays, null
   * where the query is undefined. Errors name the input.
   */
  evaluate(request: ModulesRequest & Evaluation & { readonly data?: unknown }): Promise<OpaOutcome<readonly unknown[]>>;
  /** Several queries over one compile of the modules: a list of values for each. */
  evaluateAll(
    request: ModulesRequest & { readonly evaluations: readonly Evaluation[]; readonly data?: unknown },
  ): Promise<OpaOutcome<readonly (readonly unknown[])[]>>;
  /** What the module says of itself; `opaIdentity()` says the same without starting it. */
  version(): Promise<OpaOutcome<Pick<OpaIdentity, "opaVersion" | "capabilitiesVersion" | "goVersion">>>;
  /** Ends OPA's process, which would also end with this one. Calls after that reject. */
  close(): Promise<void>;
}

export interface OpaOptions {
  /** Starts OPA's process at once, so that it loads beside other work; otherwise the first call does. */
  readonly eager?: boolean;
  /** For one call, loading included; the process is ended after that. 60 s when absent. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;

/** Prepares the embedded OPA; nothing is started before the first call, unless eager. */
export function startOpa({ eager = false, timeoutMs = TIMEOUT_MS }: OpaOptions = {}): Opa {
  // Node 20 runs no TypeScript, so the child is the compiled file even when this one runs from source.
  const host = createProcessHost(join(packageRoot(), "dist", "opa", "child.js"), timeoutMs);
  if (eager) host.start();
  const ask = async <T>(operation: string, request: object): Promise<OpaOutcome<Reply<T>>> => {
    const written = writeRequest({ operation, ...request });
    return written.ok ? readReply(await host.call({ request: written.value })) : written;
  };
  const value = async <T>(operation: string, request: object): Promise<OpaOutcome<T>> =>
    mapOutcome(await ask<T>(operation, request), (reply) => reply.value);
  const evaluateAll: Opa["evaluateAll"] = (request) => value("evaluate", request);
  return {
    compile: async (request) => mapOutcome(await ask("compile", request), (reply) => reply.blob),
    check: async (request) => mapOutcome(await ask("check", request), () => null),
    format: (request) => value("format", request),
    test: (request) => value("test", request),
    evaluate: async ({ query, inputs, ...rest }) =>
      mapOutcome(await evaluateAll({ ...rest, evaluations: [{ query, inputs }] }), ([values = []]) => values),
    evaluateAll,
    version: () => value("version", {}),
    close: () => host.close(),
  };
}

/** An input that JSON cannot hold, or not without running out of stack, is the user's. */
function writeRequest(request: object): OpaOutcome<string> {
  try {
    return { ok: true, value: JSON.stringify(request) };
  } catch (cause) {
    return { ok: false, errors: [{ code: "bad_request", message: `the request cannot be written as JSON: ${cause}` }] };
  }
}

function mapOutcome<T, U>(outcome: OpaOutcome<T>, change: (value: T) => U): OpaOutcome<U> {
  return outcome.ok ? { ok: true, value: change(outcome.value) } : outcome;
}
