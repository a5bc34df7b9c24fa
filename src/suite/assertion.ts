import type { MessageMatcher } from "./message-patterns.js";
import type { UnmetAssertion } from "./result.js";
import type { Assertion } from "./suite.js";

/** undefined when the messages are what the assertion says. */
export function checkAssertion(
  assertion: Assertion,
  messages: readonly string[],
  matchers: ReadonlyMap<string, MessageMatcher>,
): UnmetAssertion | undefined {
  const matcher = assertion.message === undefined ? undefined : matchers.get(assertion.message);
  const found = typeof matcher === "function" ? messages.filter(matcher).length : messages.length;
  return isMet(assertion.violations, found) ? undefined : { expected: describeAssertion(assertion), found };
}

function isMet(wanted: Assertion["violations"], found: number): boolean {
  if (wanted === "yes") return found > 0;
  return wanted === "no" ? found === 0 : found === wanted;
}

function describeAssertion({ violations, message }: Assertion): string {
  const count =
    violations === "yes" ? "at least one violation" : violations === "no" ? "no violation" : exactly(violations);
  return message === undefined ? count : `${count} with a message that matches ${JSON.stringify(message)}`;
}

function exactly(count: number): string {
  return count === 1 ? "exactly 1 violation" : `exactly ${count} violations`;
}
