import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { nativePattern } from "../gatekeeper/go-regexp.js";
import type { SuiteTest } from "./suite.js";

/** Selects by name what is run; the rest is skipped. */
export interface Filter {
  readonly test: (test: SuiteTest) => boolean;
  readonly case: (test: string, name: string) => boolean;
}

/**
 * gator's `--run`: "" selects everything; "<tests>//<cases>" the cases that match in the tests that match; one
 * expression the cases that match and all cases of the tests that match. The expressions are searched in the names.
 */
export function readFilter(run: string): Filter | Diagnostic {
  if (run === "") return { test: () => true, case: () => true };
  const expressions = run.split("//");
  if (expressions.length > 2) return refuse(run, 'it has more than one "//"');
  const [first, second] = expressions.map(nativePattern);
  if (first === undefined) return refuse(run, "it is no regular expression");
  if (expressions.length === 1) return either(first);
  if (second === undefined) return refuse(run, 'what follows "//" is no regular expression');
  return {
    test: ({ name }) => first.test(name),
    case: (test, name) => second.test(name) && first.test(test),
  };
}

function either(expression: RegExp): Filter {
  const matches = (test: string, name: string) => expression.test(name) || expression.test(test);
  return {
    test: ({ name, cases }) => expression.test(name) || cases.some((each) => matches(name, each.name)),
    case: matches,
  };
}

function refuse(run: string, reason: string): Diagnostic {
  return diagnose("run-pattern", { pattern: JSON.stringify(run), reason });
}
