import type { Branch, Statement } from "./statement.js";

export type Exits = "always" | "never" | "sometimes";

/** Whether statements end the iteration or the function before what follows them. */
export function exits(statements: readonly Statement[]): Exits {
  let outcome: Exits = "never";
  for (const statement of statements) {
    if (statement.kind === "next" || statement.kind === "leave") return "always";
    if (statement.kind !== "branch") continue;
    const both = [exits(statement.whenTrue), exits(statement.whenFalse)];
    if (both.every((one) => one === "always")) return "always";
    if (both.some((one) => one !== "never")) outcome = "sometimes";
  }
  return outcome;
}

/** What is walked with the condition of a branch, what without it, and what whatever it is. */
export interface BranchWays {
  readonly whenTrue: readonly Statement[];
  readonly whenFalse: readonly Statement[];
  /** What follows the branch, and whether the condition must hold or fail there. */
  readonly after?: { readonly rest: readonly Statement[]; readonly given?: boolean };
}

/**
 * Where a side of a branch ends the iteration, what follows is reached through the other side alone. Where a side ends it only
 * sometimes, what follows becomes a part of the sides: the statements are walked once for each way to them.
 */
export function branchWays(branch: Branch, rest: readonly Statement[]): BranchWays {
  const then = exits(branch.whenTrue);
  const otherwise = exits(branch.whenFalse);
  const carry = then === "sometimes" || otherwise === "sometimes" || (then !== "never" && otherwise !== "never");
  if (carry) {
    const intoThen = then === "always" ? [] : rest;
    const intoOtherwise = otherwise === "always" ? [] : rest;
    return { whenTrue: [...branch.whenTrue, ...intoThen], whenFalse: [...branch.whenFalse, ...intoOtherwise] };
  }
  const given = then === "always" ? false : otherwise === "always" ? true : undefined;
  return { ...branch, after: given === undefined ? { rest } : { rest, given } };
}

/** How many statements a walk of all ways visits; gives up above `most`. */
export function countSteps(statements: readonly Statement[], most: number): number {
  const [first, ...rest] = statements;
  if (first === undefined || most < 0) return 0;
  if (first.kind === "next" || first.kind === "leave") return 1;
  let steps = 1;
  const visit = (others: readonly Statement[]): void => {
    steps += countSteps(others, most - steps);
  };
  if (first.kind === "branch") {
    const { whenTrue, whenFalse, after } = branchWays(first, rest);
    for (const side of [whenTrue, whenFalse, after?.rest ?? []]) visit(side);
    return steps;
  }
  if (first.kind === "each") visit(first.body);
  visit(rest);
  return steps;
}
