import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { Constraint } from "../gatekeeper/constraint.js";
import { matchesReview } from "../gatekeeper/review.js";
import type { Violation } from "../judge/violation.js";
import { readCase } from "./case-reviews.js";
import type { SuiteFiles } from "./files.js";
import type { PreparedTest } from "./prepare.js";
import type { Program } from "./programs.js";
import type { Question } from "./question.js";
import type { SuiteCase } from "./suite.js";

/** What is to be asked for a case, and what is known without asking. */
export interface CasePlan {
  readonly prepared: PreparedTest;
  readonly item: SuiteCase;
  /** What keeps the case from being judged. */
  readonly diagnostics: readonly Diagnostic[];
  /** Violations because Gatekeeper could not tell whether the constraint matches. */
  readonly rejections: readonly Violation[];
  readonly questions: readonly PlannedQuestion[];
}

export interface PlannedQuestion {
  readonly question: Question;
  /** Stands before each message. */
  readonly prefix: string;
}

export function planCase(
  prepared: PreparedTest,
  item: SuiteCase,
  constraint: Constraint,
  program: Program,
  files: SuiteFiles,
): CasePlan {
  const empty = { prepared, item, diagnostics: item.problems, rejections: [], questions: [] };
  if (hasErrors(item.problems)) return empty;
  const read = readCase(prepared, item, files);
  if (!("reviews" in read)) return { ...empty, diagnostics: [...item.problems, ...read] };
  // A scoped constraint that is not enforced for gator is not even matched.
  if (constraint.enforcementAction === undefined) return empty;
  const rejections: Violation[] = [];
  const questions: PlannedQuestion[] = [];
  for (const { review, prefix } of read.reviews) {
    const answer = matchesReview(constraint.match, review, read.namespaces);
    if (typeof answer === "object") rejections.push({ message: prefix + answer.error, details: {} });
    else if (answer) {
      const input = { review: review.input, parameters: constraint.parameters };
      const question = { program, input, inventory: read.inventory };
      questions.push({ question, prefix });
    }
  }
  return { ...empty, rejections, questions };
}
