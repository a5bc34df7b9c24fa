import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Opa } from "../../src/opa/opa.js";
import { exitCodeOf } from "../../src/suite/result.js";
import { verify } from "../../src/suite/verify.js";
import { writeBundle } from "../judge/hand-made-bundle.js";
import { runningOpa } from "../opa/running-opa.js";

const opa = runningOpa();
let cwd = "";

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "gatewright-verify-"));
  vi.stubEnv("GATEWRIGHT_CACHE", join(cwd, "cache"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cwd, { recursive: true, force: true });
});

function put(file: string, content: string): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  writeFileSync(join(cwd, file), content);
}

const run = (
  paths: readonly string[],
  { pattern = "", reference = false, by = opa }: { pattern?: string; reference?: boolean; by?: Opa } = {},
) => verify(by, { cwd, paths, run: pattern, reference });

/** A bundle with one suite. */
async function bundle(): Promise<void> {
  await writeBundle(opa, join(cwd, "generated"), {});
  const folder = "generated/rules/no-privilege";
  put(
    `${folder}/suite.yaml`,
    `apiVersion: test.gatekeeper.sh/v1alpha1
kind: Suite
tests:
  - name: privileged
    template: template.yaml
    constraint: constraint.yaml
    cases:
      - {name: bad, object: bad.yaml, assertions: [{violations: 1, message: ^Container app is privileged$}]}
`,
  );
  put(
    `${folder}/constraint.yaml`,
    "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: TestNoPrivilege\nmetadata: {name: a}\n",
  );
  put(
    `${folder}/bad.yaml`,
    "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: app, securityContext: {privileged: true}}]}\n",
  );
}

/** Fails a test in which OPA is asked anything. */
function idleOpa(): Opa {
  const refuse = () => Promise.reject(new Error("OPA was asked"));
  return { ...opa, compile: refuse, evaluate: refuse, evaluateAll: refuse };
}

describe("verify", () => {
  it("compiles a bundle as the build does, and finds policy.wasm to be that", async () => {
    await bundle();
    const result = await run(["generated"]);
    expect(result).toMatchObject({
      failures: [],
      problems: [],
      suites: [{ file: "generated/rules/no-privilege/suite.yaml" }],
    });
    expect(exitCodeOf(result)).toBe(0);
  });

  it("asks nothing of OPA when nothing changed", async () => {
    await bundle();
    await run(["generated"]);
    const again = await run(["generated"], { by: idleOpa() });
    expect(exitCodeOf(again)).toBe(0);
    expect(again.suites[0]?.tests[0]?.cases).toMatchObject([{ status: "passed" }]);
  });

  it("fails when a template is not what policy.wasm was made of, and judges by the template", async () => {
    await bundle();
    const file = "generated/rules/no-privilege/template.yaml";
    put(file, readFileSync(join(cwd, file), "utf8").replace("is privileged", "has privileges"));
    const result = await run(["generated"]);
    expect(result.failures).toMatchObject([
      {
        code: "policy-stale",
        message: "generated/policy.wasm is not what these templates compile to.",
        help: "Run gatewright build.",
      },
    ]);
    expect(result.suites[0]?.tests[0]?.cases).toMatchObject([
      { status: "failed", violations: [{ message: "Container app has privileges" }] },
    ]);
    expect(exitCodeOf(result)).toBe(1);
  });

  it("fails when policy.wasm is right but policy.json describes another", async () => {
    await bundle();
    const file = "generated/policy.json";
    put(file, readFileSync(join(cwd, file), "utf8").replace(/sha256:[0-9a-f]{4}/, "sha256:0000"));
    expect((await run(["generated"])).failures).toMatchObject([{ code: "policy-digest" }]);
  });

  it.each(["policy.wasm", "policy.rego"])("fails without %s, and still runs the suites", async (missing) => {
    await bundle();
    rmSync(join(cwd, "generated", missing));
    const result = await run(["generated"]);
    expect(result.failures).toMatchObject([{ code: "policy-missing", message: expect.stringContaining(missing) }]);
    expect(result.suites[0]?.tests[0]?.cases).toMatchObject([{ status: "passed" }]);
    expect(exitCodeOf(result)).toBe(1);
  });

  it("names a template that does not compile, where its text is wrong", async () => {
    await bundle();
    const file = "generated/rules/no-privilege/template.yaml";
    put(file, readFileSync(join(cwd, file), "utf8").replace("some container in", "some contained in"));
    const result = await run(["generated"]);
    expect(result.suites[0]?.tests[0]).toMatchObject({
      status: "invalid",
      diagnostics: [{ code: "template-rego", location: { file, start: { line: 12 } } }],
    });
    expect(exitCodeOf(result)).toBe(2);
  });

  it("fails where there is no suite, and where nothing is selected", async () => {
    await bundle();
    mkdirSync(join(cwd, "empty"));
    const none = await run(["empty"]);
    expect(none.failures).toMatchObject([{ code: "no-suite-found", message: expect.stringContaining("empty") }]);
    expect(exitCodeOf(none)).toBe(1);
    const unselected = await run(["generated"], { pattern: "typo" });
    expect(unselected.failures).toMatchObject([{ code: "nothing-selected" }]);
    expect(exitCodeOf(unselected)).toBe(1);
  });

  it("refuses a pattern, a path and a suite that cannot be read, and runs the rest", async () => {
    await bundle();
    expect(exitCodeOf(await run(["generated"], { pattern: "(" }))).toBe(2);
    put("more/suite.yaml", "apiVersion: test.gatekeeper.sh/v1alpha1\nkind: Suite\ntests: {}\n");
    put("more/broken.yaml", "# of test.gatekeeper.sh\nkind: [\n");
    const result = await run(["nowhere", "more", "generated"]);
    expect(result.problems.map(({ code }) => code)).toEqual(["file-not-found", "yaml-syntax", "suite-value"]);
    expect(result.suites).toHaveLength(1);
    expect(exitCodeOf(result)).toBe(2);
  });

  it("with reference, fails a case where the compiled policy and OPA disagree", async () => {
    await bundle();
    await run(["generated"]);
    const lying: Opa = {
      ...opa,
      evaluateAll: async (request) => {
        const outcome = await opa.evaluateAll(request);
        if (!outcome.ok) return outcome;
        return { ok: true, value: outcome.value.map((values) => values.map(() => [{ msg: "something else" }])) };
      },
    };
    const result = await run(["generated"], { reference: true, by: lying });
    expect(result.suites[0]?.tests[0]?.cases).toMatchObject([
      {
        status: "failed",
        difference: {
          onlyPolicy: [{ message: "Container app is privileged", details: { container: "app" } }],
          onlyReference: [{ message: "something else" }],
        },
      },
    ]);
  });

  it("says when OPA gives no answer", async () => {
    await bundle();
    await run(["generated"]);
    const silent: Opa = {
      ...opa,
      evaluateAll: async () => ({ ok: false, errors: [{ code: "opa_timeout", message: "no answer within 1 s" }] }),
    };
    const result = await run(["generated"], { reference: true, by: silent });
    expect(result.suites[0]?.tests[0]?.cases).toMatchObject([
      {
        status: "invalid",
        diagnostics: [{ code: "case-evaluation", message: expect.stringContaining("opa_timeout") }],
      },
    ]);
    rmSync(join(cwd, "cache"), { recursive: true });
    rmSync(join(cwd, "generated/policy.json"));
    const mute: Opa = {
      ...opa,
      compile: async () => ({ ok: false, errors: [{ code: "opa_unavailable", message: "cannot start" }] }),
    };
    expect((await run(["generated"], { by: mute })).suites[0]?.tests[0]).toMatchObject({
      status: "invalid",
      diagnostics: [{ code: "opa-failed" }],
    });
  });

  it("refuses an ExpansionTemplate that Gatekeeper refuses", async () => {
    await bundle();
    const suite = "generated/rules/no-privilege/suite.yaml";
    put(
      suite,
      readFileSync(join(cwd, suite), "utf8").replace("constraint: c", "expansion: expansion.yaml\n    constraint: c"),
    );
    put(
      "generated/rules/no-privilege/expansion.yaml",
      "apiVersion: expansion.gatekeeper.sh/v1beta1\nkind: ExpansionTemplate\nmetadata: {name: a}\nspec: {}\n",
    );
    expect((await run(["generated"])).suites[0]?.tests[0]).toMatchObject({
      status: "invalid",
      diagnostics: [{ code: "expansion-invalid" }],
    });
  });
});
