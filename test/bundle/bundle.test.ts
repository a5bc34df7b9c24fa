import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { fakeTerminal } from "../cli/fake-terminal.js";

const root = path.resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(path.join(tmpdir(), "gatewright-bundle-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("generated/ is what the sources say", async () => {
  const terminal = fakeTerminal(root);
  expect([await main(["build", "--check"], terminal), terminal.printed.err]).toEqual([0, ""]);
});

test("one changed byte is found, and named", async () => {
  const copy = path.join(scratch, "generated");
  cpSync(path.join(root, "generated"), copy, { recursive: true });
  const file = path.join(copy, "rules/container-no-privilege/template.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("== true", "== tru3"));
  const terminal = fakeTerminal(root);
  expect(await main(["build", "--check", "--out", copy], terminal)).toBe(1);
  expect(terminal.printed.err + terminal.printed.out).toContain("rules/container-no-privilege/template.yaml");
});

test("every case of the bundle holds, as WASM and in OPA's own evaluation", async () => {
  const terminal = fakeTerminal(root);
  const code = await main(["verify", "--reference", "--format", "json"], terminal);
  expect([code, terminal.printed.err]).toEqual([0, ""]);
  const { summary } = JSON.parse(terminal.printed.out);
  expect(summary.cases).toMatchObject({ failed: 0, invalid: 0, skipped: 0 });
  expect(summary.cases.passed).toBeGreaterThan(400);
});
