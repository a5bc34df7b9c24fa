import { nativePattern } from "../gatekeeper/go-regexp.js";
import type { Opa } from "../opa/opa.js";
import type { Json } from "../resources/json.js";
import { at, isList } from "../resources/json.js";

/** Whether a pattern is found in a message; or why it is no pattern. */
export type MessageMatcher = ((message: string) => boolean) | { readonly reason: string };

const module = `package gatewright.messages

answer := {
	"valid": regex.is_valid(input.pattern),
	"found": [message | some message in input.messages; regex.match(input.pattern, message)],
}
`;

/**
 * Matchers of the patterns of assertions, for the messages there are. RE2, as in Go: patterns that JavaScript reads the
 * same way are matched here, the others by OPA, which is started for those only.
 */
export async function messageMatchers(
  opa: Opa,
  patterns: readonly string[],
  messages: readonly string[],
): Promise<ReadonlyMap<string, MessageMatcher>> {
  const matchers = new Map<string, MessageMatcher>();
  const foreign: string[] = [];
  for (const pattern of new Set(patterns)) {
    const native = nativePattern(pattern);
    if (native === undefined) foreign.push(pattern);
    else matchers.set(pattern, (message) => native.test(message));
  }
  if (foreign.length === 0) return matchers;
  const distinct = [...new Set(messages)];
  const outcome = await opa.evaluate({
    modules: { "messages.rego": module },
    regoVersion: "v1",
    query: "data.gatewright.messages.answer",
    inputs: foreign.map((pattern) => ({ pattern, messages: distinct })),
  });
  foreign.forEach((pattern, index) => {
    const answer = outcome.ok ? (outcome.value[index] as Json) : undefined; // OPA answers in JSON
    const reason = outcome.ok ? "it does not compile" : (outcome.errors[0]?.message ?? "OPA gave no answer");
    matchers.set(pattern, at(answer, "valid") === true ? memberOf(at(answer, "found")) : { reason });
  });
  return matchers;
}

function memberOf(found: Json | undefined): (message: string) => boolean {
  const messages = new Set(isList(found) ? found : []);
  return (message) => messages.has(message);
}
