import type { Policy } from "../judge/policy.js";
import { violationsOf } from "../judge/violation.js";
import type { Opa } from "../opa/opa.js";
import type { JsonObject } from "../resources/json.js";
import type { Answer, Answers, Question } from "./question.js";
import { askOpa } from "./reference.js";

/**
 * Answers questions by the compiled policies, and by OPA itself those that only OPA answers exactly: see `needsOpa`,
 * and a `sprintf` whose text the host could not know. With `reference`, OPA answers all, for comparison.
 */
export async function askAll(
  opa: Opa,
  questions: readonly Question[],
  reference: boolean,
): Promise<ReadonlyMap<Question, Answers>> {
  const data = new Map<Policy, JsonObject>();
  const compiled = new Map(questions.map((question) => [question, askPolicy(question, data)]));
  const open = questions.filter((question) => reference || compiled.get(question) === undefined);
  const fromOpa = await askOpa(opa, open);
  const answers = questions.map((question): [Question, Answers] => {
    const own = compiled.get(question);
    const exact = fromOpa.get(question);
    if (exact === undefined) return [question, { answer: own ?? { error: "nobody answered" } }];
    return [question, own === undefined ? { answer: exact } : { answer: exact, compared: own }];
  });
  return new Map(answers);
}

/** The policy's own answer; undefined when it is not certain to be OPA's. */
function askPolicy({ program, input, inventory }: Question, data: Map<Policy, JsonObject>): Answer | undefined {
  const { policy, entrypoint, needsOpa } = program;
  if (needsOpa) return undefined;
  if (data.get(policy) !== inventory) {
    policy.setData({ inventory });
    data.set(policy, inventory);
  }
  const evaluation = policy.evaluate(entrypoint, input);
  if ("error" in evaluation || !evaluation.certain) return undefined;
  const violations = violationsOf(evaluation.result);
  return "error" in violations ? violations : { violations };
}
