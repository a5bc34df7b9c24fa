import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { startOpa } from "../../src/opa/opa.js";
import { packageRoot } from "../../src/opa/package-root.js";
import { expectErrors, runningOpa } from "./running-opa.js";

const opa = runningOpa();
const folder = mkdtempSync(join(tmpdir(), "gatewright-opa-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound = { modules: { "a.rego": "package a\n\np := 1\n" }, regoVersion: "v1" } as const;

test("deep nesting is an error, and the next call works", async () => {
  const deep = { modules: { "a.rego": `package a\n\np := ${"[".repeat(50_000)}${"]".repeat(50_000)}\n` } };
  expect(expectErrors(await opa.check({ ...deep, regoVersion: "v1" }))).toEqual([
    { code: "opa_crashed", message: expect.stringContaining("nested too deeply") },
  ]);
  expect(await opa.check(sound)).toEqual({ ok: true, value: null });
});

test("an evaluation without end is stopped, and the next call works", async () => {
  const impatient = startOpa({ timeoutMs: 5_000 });
  try {
    const source =
      "package a\n\nn := numbers.range(1, 100000)\n\np := count([1 | some x in n; some y in n; x * y == 0])\n";
    const request = { modules: { "a.rego": source }, regoVersion: "v1", query: "data.a.p", inputs: [{}] } as const;
    expect(expectErrors(await impatient.evaluate(request))).toEqual([
      { code: "opa_timeout", message: expect.stringContaining("5 s") },
    ]);
    expect(await impatient.check(sound)).toEqual({ ok: true, value: null });
  } finally {
    await impatient.close();
  }
});

/** Runs `statements` in a process of its own, with what is compiled, until it ends by itself. */
function runProcess(statements: string, cache = folder) {
  const room = pathToFileURL(join(packageRoot(), "dist", "opa")).href;
  const script = `
    import { startOpa } from "${room}/opa.js";
    import { compileCached } from "${room}/policy-cache.js";
    const request = { modules: { "a.rego": "package a\\n\\np := 1\\n" }, entrypoints: ["a/p"], regoVersion: "v1" };
    ${statements}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
    timeout: 50_000,
    env: { ...process.env, GATEWRIGHT_CACHE: cache, NODE_OPTIONS: "" },
  });
  return { status, stdout, stderr };
}

test("a process ends by itself once its work is done, and nothing is on its stderr", () => {
  const statements = "console.log((await startOpa().compile(request)).ok);";
  expect(runProcess(statements)).toEqual({ status: 0, stdout: "true\n", stderr: "" });
});

test("a process that started OPA ahead and never asked it ends as well", () => {
  expect(runProcess("startOpa({ eager: true });")).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("a hit in the cache does not load OPA", () => {
  const cache = join(folder, "hit");
  const statements = "console.log((await compileCached(startOpa(), request)).value.length > 0);";
  const hit = { status: 0, stdout: "true\n", stderr: "" };
  expect(runProcess(statements, cache)).toEqual(hit);
  rmSync(join(cache, "opa"), { recursive: true }); // to load OPA would bring it back
  expect(runProcess(statements, cache)).toEqual(hit);
  expect(readdirSync(cache)).toEqual(["policies"]);
});

test("a damaged copy of the module is replaced", () => {
  const cache = join(folder, "damaged");
  const statements = "console.log((await startOpa().check(request)).ok);";
  runProcess(statements, cache);
  const [name = ""] = readdirSync(join(cache, "opa"));
  const file = join(cache, "opa", name);
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length / 2));
  expect(runProcess(statements, cache).stdout).toBe("true\n");
  expect(readFileSync(file).equals(whole)).toBe(true);
});
