import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Path } from "../resources/json.js";
import type { SourceDocument } from "../resources/source.js";

/** A suite of gator's format (test.gatekeeper.sh/v1alpha1). File names in it are relative to its own folder. */
export interface Suite {
  readonly source: SourceDocument;
  readonly skip: boolean;
  readonly tests: readonly SuiteTest[];
}

/** A template, a constraint of it, and objects to judge by them. */
export interface SuiteTest {
  readonly name: string;
  readonly template: string;
  readonly constraint: string;
  /** "" when the test expands nothing. */
  readonly expansion: string;
  /** The constraint is expected not to fit its template's schema; cases are not run. */
  readonly invalid: boolean;
  readonly skip: boolean;
  readonly cases: readonly SuiteCase[];
  /** Its place in the suite. */
  readonly path: Path;
  /** What is wrong with its own fields; with an error among them it is not run. */
  readonly problems: readonly Diagnostic[];
}

export interface SuiteCase {
  readonly name: string;
  readonly object: string;
  readonly inventory: readonly string[];
  readonly assertions: readonly Assertion[];
  readonly skip: boolean;
  readonly path: Path;
  readonly problems: readonly Diagnostic[];
}

/** How many of an object's violations have a message that the pattern is found in. */
export interface Assertion {
  /** "yes": at least one. */
  readonly violations: "yes" | "no" | number;
  /** RE2, searched in the message; every message when absent. */
  readonly message: string | undefined;
  readonly path: Path;
}
