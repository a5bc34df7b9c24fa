import { violationsOf } from "../judge/violation.js";
import type { Evaluation, Opa, OpaError } from "../opa/opa.js";
import type { Json, JsonObject } from "../resources/json.js";
import type { Answer, Question } from "./question.js";
import type { Unit } from "./unit.js";

/** OPA's own answers, one request for each policy and inventory. */
export async function askOpa(opa: Opa, questions: readonly Question[]): Promise<ReadonlyMap<Question, Answer>> {
  const answers = new Map<Question, Answer>();
  for (const batch of batches(questions)) {
    for (const [question, answer] of await askBatch(opa, batch)) answers.set(question, answer);
  }
  return answers;
}

/** Questions that share modules and data. */
interface Batch {
  readonly unit: Unit;
  readonly inventory: JsonObject;
  readonly questions: readonly Question[];
}

function batches(questions: readonly Question[]): readonly Batch[] {
  const found: { unit: Unit; inventory: JsonObject; questions: Question[] }[] = [];
  for (const question of questions) {
    const { unit } = question.program;
    const known = found.find((batch) => batch.unit === unit && batch.inventory === question.inventory);
    if (known === undefined) found.push({ unit, inventory: question.inventory, questions: [question] });
    else known.questions.push(question);
  }
  return found;
}

/**
 * OPA refuses a whole request when one evaluation ends in an error, and names those that did. Gatekeeper counts such an
 * error as a violation whose message it is, and so does the answer; the other questions are asked again without them.
 */
async function askBatch(opa: Opa, batch: Batch): Promise<ReadonlyMap<Question, Answer>> {
  const answers = new Map<Question, Answer>();
  let open = batch.questions;
  while (open.length > 0) {
    const queries = byQuery(open);
    const evaluations = queries.map(({ query, questions }): Evaluation => {
      return { query, inputs: questions.map(({ input }) => input) };
    });
    const { modules, regoVersion } = batch.unit.request;
    const outcome = await opa.evaluateAll({ modules, regoVersion, evaluations, data: { inventory: batch.inventory } });
    const asked = open;
    if (outcome.ok) {
      queries.forEach(({ questions }, query) => {
        questions.forEach((question, input) => {
          answers.set(question, answerOf(outcome.value[query]?.[input] as Json | undefined)); // OPA answers in JSON
        });
      });
      return answers;
    }
    for (const [question, answer] of failed(batch.unit, queries, outcome.errors)) answers.set(question, answer);
    open = open.filter((question) => !answers.has(question));
    // Errors that name no input concern all.
    if (open.length === asked.length) for (const question of open) answers.set(question, refusal(outcome.errors));
    open = open.filter((question) => !answers.has(question));
  }
  return answers;
}

interface Query {
  readonly query: string;
  readonly questions: readonly Question[];
}

function byQuery(questions: readonly Question[]): readonly Query[] {
  const queries = new Map<string, Question[]>();
  for (const question of questions) {
    const { query } = question.program;
    const members = queries.get(query);
    if (members === undefined) queries.set(query, [question]);
    else members.push(question);
  }
  return [...queries].map(([query, members]) => ({ query, questions: members }));
}

function answerOf(value: Json | undefined): Answer {
  const violations = violationsOf(value);
  if ("error" in violations) return violations;
  return { violations: violations.map(({ message, details }) => ({ message: olderFormat(message), details })) };
}

/** Where a verb of `sprintf` does not fit, the embedded OPA names a type int64 that is int in Gatekeeper 3.23.1. */
function olderFormat(message: string): string {
  return message.includes("%!") ? message.replaceAll("int64=", "int=") : message;
}

function failed(
  unit: Unit,
  queries: readonly Query[],
  errors: readonly OpaError[],
): readonly (readonly [Question, Answer])[] {
  return errors.flatMap((error) => {
    const question = queries[error.evaluation ?? -1]?.questions[error.input ?? -1];
    if (question === undefined) return [];
    return [[question, { violations: [{ message: gatekeeperMessage(unit, error), details: {} }] }] as const];
  });
}

/** As Gatekeeper's driver words an evaluation that ends in an error: template:12: eval_conflict_error: ... */
function gatekeeperMessage({ origins }: Unit, { file, row, code, message }: OpaError): string {
  const place = origins.get(file ?? "")?.gatekeeperName;
  return `${place === undefined || row === undefined ? "" : `${place}:${row}: `}${code}: ${olderMessage(message)}`;
}

/** The embedded OPA says more about a conflict than the one in Gatekeeper 3.23.1 (OPA 1.17) does. */
function olderMessage(message: string): string {
  if (/^rule \S+ produced conflicting values/.test(message)) return "complete rules must not produce multiple outputs";
  if (/^function \S+ produced conflicting values/.test(message)) {
    return "functions must not produce multiple outputs for same inputs";
  }
  return message;
}

function refusal(errors: readonly OpaError[]): Answer {
  return { error: errors.map(({ code, message }) => `${message} (${code})`).join("; ") };
}
