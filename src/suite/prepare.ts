import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode, HolesOf } from "../diagnostics/table.js";
import { type Constraint, isConstraint, readConstraint } from "../gatekeeper/constraint.js";
import type { ExpansionTemplate } from "../gatekeeper/expansion-template.js";
import type { ConstraintTemplate } from "../gatekeeper/template.js";
import type { Path } from "../resources/json.js";
import { positionOf } from "../resources/position.js";
import { type SuiteFiles, wrongKind } from "./files.js";
import type { Filter } from "./filter.js";
import type { Suite, SuiteCase, SuiteTest } from "./suite.js";

/** A test with what it refers to, before anything is compiled. */
export interface PreparedTest {
  readonly suite: Suite;
  readonly test: SuiteTest;
  readonly skipped: boolean;
  /** Those that run; the others are skipped. */
  readonly selected: ReadonlySet<SuiteCase>;
  readonly template: ConstraintTemplate | undefined;
  readonly constraint: Constraint | undefined;
  /** Why the constraint was refused, which is what `invalid: true` asks about. */
  readonly refusals: readonly Diagnostic[];
  readonly expansions: readonly ExpansionTemplate[];
  /** What keeps the test from running, and warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

export function prepareTest(suite: Suite, test: SuiteTest, filter: Filter, files: SuiteFiles): PreparedTest {
  const skipped = suite.skip || test.skip || !filter.test(test);
  const selected = new Set(skipped ? [] : test.cases.filter(({ skip, name }) => !skip && filter.case(test.name, name)));
  const empty = { suite, test, skipped, selected, constraint: undefined, refusals: [], expansions: [] };
  if (skipped) return { ...empty, template: undefined, diagnostics: [] };
  if (hasErrors(test.problems)) return { ...empty, template: undefined, diagnostics: test.problems };
  const missing = ["template" as const, "constraint" as const].filter((field) => test[field] === "");
  if (missing.length > 0) {
    const problems = missing.map((field) =>
      suiteProblem(suite, test.path, "suite-missing-field", { place: "The test", field }),
    );
    return { ...empty, template: undefined, diagnostics: problems };
  }
  const { template, diagnostics } = files.template(files.path(suite, test.template));
  if (template === undefined) return { ...empty, template, diagnostics };
  const reading = readConstraintFile(files.path(suite, test.constraint), template, files);
  const expansion = test.expansion === "" ? undefined : files.expansions(files.path(suite, test.expansion));
  return {
    ...empty,
    template,
    constraint: reading.constraint,
    refusals: reading.refusals,
    expansions: expansion?.templates ?? [],
    diagnostics: [...test.problems, ...diagnostics, ...reading.diagnostics, ...(expansion?.diagnostics ?? [])],
  };
}

/** A diagnostic at a place of a suite. */
export function suiteProblem<C extends DiagnosticCode>(
  suite: Suite,
  path: Path,
  code: C,
  holes: HolesOf<C>,
): Diagnostic {
  return diagnose(code, holes, { file: suite.source.file, start: positionOf(suite.source, path) });
}

interface ConstraintFile {
  readonly constraint: Constraint | undefined;
  readonly refusals: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The first document is the constraint; gator reads no further. */
function readConstraintFile(file: string, template: ConstraintTemplate, files: SuiteFiles): ConstraintFile {
  const { resources, diagnostics } = files.objects(file);
  const none = { constraint: undefined, refusals: [] };
  const [resource] = resources;
  if (hasErrors(diagnostics)) return { ...none, diagnostics };
  if (resource === undefined || !isConstraint(resource.object)) {
    return { ...none, diagnostics: [wrongKind(file, "constraint (constraints.gatekeeper.sh)", resource)] };
  }
  const reading = readConstraint(resource, template);
  if ("constraint" in reading) return { constraint: reading.constraint, refusals: [], diagnostics: [] };
  return { constraint: undefined, refusals: reading.diagnostics, diagnostics: [] };
}
