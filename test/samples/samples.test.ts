import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { main } from "../../src/cli/main.js";
import { fakeTerminal } from "../cli/fake-terminal.js";

interface Verdict {
  readonly state: "healthy" | "unhealthy" | "not-configured";
  /** Messages by "<kind>/<name>" of the workload. */
  readonly violations?: Readonly<Record<string, readonly string[]>>;
}

interface Run {
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly samples: Readonly<
    Record<string, { readonly namespace: string; readonly rules: Readonly<Record<string, Verdict>> }>
  >;
}

/** What `scan --format json` prints, as far as it is looked at here. */
interface Printed {
  readonly rules: readonly { readonly rule: string; readonly state: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly object: Named;
    /** The workload whose pod the object is. */
    readonly owner?: Named;
  }[];
}

interface Named {
  readonly kind: string;
  readonly name: string;
}

const root = path.resolve(import.meta.dirname, "../..");
const expected: { readonly runs: Readonly<Record<string, Run>> } = parse(
  readFileSync(path.join(import.meta.dirname, "expected.yaml"), "utf8"),
  { merge: true },
);

describe.each(Object.entries(expected.runs))("the samples under asc-default, %s", (_, run) => {
  let folder: string;
  beforeAll(async () => {
    folder = projectWith(assignmentWith(run.parameters));
    const terminal = fakeTerminal(folder);
    const code = await main(["build"], terminal);
    expect([code, terminal.printed.err]).toEqual([0, ""]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(run.samples))("%s", async (file, { namespace, rules }) => {
    const terminal = fakeTerminal(root);
    const bundle = path.join(folder, "generated");
    const code = await main(
      ["scan", `samples/${file}`, "--bundle", bundle, "--namespace", namespace, "--format", "json"],
      terminal,
    );
    // Everything audits, so nothing is refused.
    expect(code).toBe(0);
    const printed: Printed = JSON.parse(terminal.printed.out);
    expect(verdictsOf(printed)).toEqual(rules);
  });
});

/** A project of its own, with the shipped rules, the samples' assignment, and gatewright installed. */
function projectWith(assignment: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "gatewright-samples-"));
  cpSync(path.join(root, "src/rules"), path.join(folder, "rules"), { recursive: true });
  for (const name of ["assignments", "node_modules"]) mkdirSync(path.join(folder, name));
  symlinkSync(root, path.join(folder, "node_modules/gatewright"), "dir");
  writeFileSync(path.join(folder, "assignments/asc-default.yaml"), assignment);
  return folder;
}

/** The shipped assignment, with parameters set as somebody would who configures it. */
function assignmentWith(parameters: Run["parameters"]): string {
  const document = parseDocument(readFileSync(path.join(root, "assignments/asc-default.yaml"), "utf8"));
  for (const [rule, values] of Object.entries(parameters))
    document.setIn(["spec", "rules", rule, "parameters"], values);
  return String(document);
}

/** In the form of `Verdict`, but for states that are none of ours. */
function verdictsOf(printed: Printed): Record<string, unknown> {
  const verdicts = printed.rules.map(({ rule, state }) => {
    const violations: Record<string, readonly string[]> = {};
    for (const finding of printed.findings.filter((each) => each.rule === rule)) {
      const { kind, name } = finding.owner ?? finding.object;
      violations[`${kind}/${name}`] = [...(violations[`${kind}/${name}`] ?? []), finding.message];
    }
    return [rule, state === "healthy" ? { state } : { state, violations }] as const;
  });
  return Object.fromEntries(verdicts);
}
