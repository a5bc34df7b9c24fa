import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { renderDiagnostics } from "../../src/diagnostics/render.js";
import { verifyText } from "../../src/report/verify-text.js";
import { exitCodeOf, type VerifyResult } from "../../src/suite/result.js";
import { verify } from "../../src/suite/verify.js";
import { runningOpa } from "../opa/running-opa.js";

/**
 * A folder for each case: suites with all that they name, and in expected.txt what verifying them prints. The verdicts
 * are those of gator 3.23.1 (BAD being one of its failures), but for bad-input's "pattern", which it does not look at
 * while there is no message. UPDATE_CASES=1 renews the files.
 */
const folder = "test/cases/suite";
const renew = process.env.UPDATE_CASES === "1";
const opa = runningOpa();
let cache = "";

beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "gatewright-suite-"));
  vi.stubEnv("GATEWRIGHT_CACHE", cache);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

async function printed(paths: readonly string[], reference: boolean): Promise<string> {
  const result = await verify(opa, { cwd: resolve(folder), paths, run: "", reference });
  const text = verifyText({ ...result, durationMs: 0 }, { color: false });
  return `${text}exit code ${exitCodeOf(result)}\n\n${diagnosticsOf(result)}`;
}

function diagnosticsOf({ problems, failures, suites }: VerifyResult): string {
  const tests = suites.flatMap((suite) => suite.tests);
  const inTests = tests.flatMap((test) => [...test.diagnostics, ...test.cases.flatMap((item) => item.diagnostics)]);
  const sourceText = (file: string) => readFileSync(resolve(folder, file), "utf8");
  return renderDiagnostics([...problems, ...failures, ...inTests], { color: false, sourceText });
}

const cases = readdirSync(folder).sort();

describe("suites", () => {
  it.each(cases)("%s", async (name) => {
    const expected = join(folder, name, "expected.txt");
    const text = await printed([name], false);
    if (renew || !existsSync(expected)) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, "utf8"));
  });

  it.each(cases)("%s, checked against OPA itself, is the same", async (name) => {
    expect(await printed([name], true)).toBe(readFileSync(join(folder, name, "expected.txt"), "utf8"));
  });

  it("are found together, each template with packages of its own", async () => {
    const text = await printed(["conflicting-packages/...", "privileged-v1/suite.yaml", "privileged-v1"], false);
    expect(text).toContain("3 suites, 3 tests, 6 cases: 6 ok, 0 failed");
  });
});
