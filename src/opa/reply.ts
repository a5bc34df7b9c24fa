import type { OpaError, OpaOutcome } from "./outcome.js";
import type { HostResult } from "./process-host.js";

/** What OPA answered: the value of the operation, and bytes where the result is binary. */
export interface Reply<T> {
  readonly value: T;
  readonly blob: Uint8Array;
}

/** OPA's reply, or in place of it an error that says in words for a user why there is none and what may help. */
export function readReply<T>(result: HostResult): OpaOutcome<Reply<T>> {
  if (result.kind !== "answered") return { ok: false, errors: [failureError(result)] };
  // The embedded OPA is our own program (opa/internal/operation/run.go), and what T each operation has is tested.
  const reply = JSON.parse(result.reply) as OpaOutcome<T>;
  return reply.ok ? { ok: true, value: { value: reply.value, blob: result.blob } } : reply;
}

type Failure = Exclude<HostResult, { readonly kind: "answered" }>;

function failureError(failure: Failure): OpaError {
  switch (failure.kind) {
    case "crashed":
      return withDetails(failure.printed, {
        code: "opa_crashed",
        message: `OPA crashed while it worked on this request (${failure.cause}): ${crashAdvice(failure.cause)}`,
      });
    case "exited":
      return withDetails(failure.stderr, {
        code: "opa_exited",
        message: `the process of the embedded OPA ended before it answered (${failure.cause}); the next call starts another`,
      });
    case "timed out":
      return {
        code: "opa_timeout",
        message: `OPA was stopped because it did not answer within ${failure.timeoutMs / 1000} s: look for nested loops over large collections`,
      };
    case "unavailable":
      return { code: "opa_unavailable", message: `the embedded OPA cannot be loaded: ${failure.cause}` };
  }
}

function crashAdvice(cause: string): string {
  return /call stack/i.test(cause)
    ? "a module or an input is nested too deeply; split the expression"
    : "a module or an input may be nested too deeply or be too large";
}

function withDetails(text: string, error: OpaError): OpaError {
  const details = text.split("\n").filter((line) => line.trim() !== "");
  return details.length > 0 ? { ...error, details } : error;
}
