import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { fakeTerminal } from "../cli/fake-terminal.js";

const root = path.resolve(import.meta.dirname, "../..");
const project = mkdtempSync(path.join(tmpdir(), "gatewright-readme-"));
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The README's code blocks of one language, in order. */
function blocks(language: string): readonly string[] {
  const text = readFileSync(path.join(root, "README.md"), "utf8");
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , body = ""]) => body);
}

function write(file: string, text: string | undefined): void {
  if (text === undefined) throw new Error(`the README has no text for ${file}`);
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly printed: string }> {
  const terminal = fakeTerminal(project);
  const code = await main(words, terminal);
  return { code, printed: terminal.printed.out + terminal.printed.err };
}

test("the rule of the README compiles, verifies and refuses a bad pod", async () => {
  const [cases, assignment] = blocks("yaml");
  write("rules/no-host-network/rule.ts", blocks("ts")[0]);
  write("rules/no-host-network/cases/defaults.yaml", cases);
  write("assignments/default.yaml", assignment);
  mkdirSync(path.join(project, "node_modules"));
  symlinkSync(root, path.join(project, "node_modules/gatewright"), "dir");
  expect(await run("build")).toMatchObject({ code: 0 });
  expect(await run("verify", "--reference")).toMatchObject({ code: 0 });

  const pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { hostNetwork: true, containers: [] }\n";
  write("pod.yaml", pod);
  const judged = await run("scan", "pod.yaml");
  expect(judged.code).toBe(1);
  expect(judged.printed).toContain("Pod web uses the host's network");

  write("trusted.yaml", pod.replace("name: web", "name: web, namespace: ingress"));
  expect(await run("scan", "trusted.yaml")).toMatchObject({ code: 0 });
});

test("the Rego that the README shows is the Rego that is made", () => {
  const template = readFileSync(path.join(project, "generated/rules/no-host-network/template.yaml"), "utf8");
  const [shown = ""] = blocks("rego");
  expect(template.replace(/^ {10}/gm, "")).toContain(shown);
});
