import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../../src/cli/main.js";
import { fakeTerminal } from "./fake-terminal.js";

const cases = resolve("test/cases/suite");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-verify-"));
  vi.stubEnv("GATEWRIGHT_CACHE", join(folder, "cache"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...argv: string[]) {
  const terminal = fakeTerminal(cases);
  const code = await main(["verify", ...argv], terminal);
  return { code, ...terminal.printed };
}

describe("gatewright verify", () => {
  it("prints results on standard output and nothing else", async () => {
    const { code, out, err } = await run("privileged-v1");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^privileged-v1\/suite\.yaml\n {2}ok {4}privileged\n[\s\S]*4 ok, 0 failed \(\d+\.\d\d s\)\n$/);
  });

  it("runs what --run selects", async () => {
    const { out } = await run("privileged-v1", "--run", "//^plain$");
    expect(out).toContain("4 cases: 1 ok, 0 failed, 3 skipped");
  });

  it("checks against OPA itself with --reference", async () => {
    expect(await run("privileged-v1", "--reference")).toMatchObject({ code: 0 });
  });

  it("ends with 1 for failures", async () => {
    expect(await run("unmet")).toMatchObject({ code: 1, err: "" });
  });

  it("ends with 2 for bad input, which is shown once in its source on standard error", async () => {
    const { code, err } = await run("bad-input");
    expect(code).toBe(2);
    expect(err).toContain("bad-input/broken-rego.yaml:16:24 - error template-rego");
    expect(err).toContain('  16 |                 msg := "é" + undefined_variable\n     |                        ^');
    expect(err.match(/nowhere\.yaml does not exist/g)).toHaveLength(1);
  });

  it("ends with 2 for a path that is not there, and with 1 where there is no suite", async () => {
    expect(await run("nowhere")).toMatchObject({ code: 2, err: expect.stringContaining("nowhere does not exist") });
    expect(await run("match/name.yaml")).toMatchObject({ code: 1, err: expect.stringContaining("no-suite-found") });
  });

  it("prints machine formats, and writes reports to files beside", async () => {
    const xml = join(folder, "reports/verify.xml");
    const json = join(folder, "verify.json");
    const { out } = await run("unmet", "--format", "junit", "--output", `junit=${xml}`, "--output", `json=${json}`);
    expect(out).toMatch(/^<\?xml version="1\.0"[\s\S]*<\/testsuites>\n$/);
    expect(readFileSync(xml, "utf8")).toBe(out);
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({ summary: { cases: { passed: 1, failed: 4 } } });
  });

  it.each([
    [["--format", "yaml"], 'there is no format "yaml"'],
    [["--output", "sarif=x"], 'there is no format "sarif"'],
    [["--output", "junit"], "--output junit needs a file"],
  ])("refuses %j before it does anything", async (options, message) => {
    expect(await run("privileged-v1", ...options)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(message),
    });
    expect(existsSync(join(folder, "cache"))).toBe(false);
  });
});
