import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { contentOf, temporaryFolder } from "../write/output-folder.js";
import { fakeTerminal } from "./fake-terminal.js";

let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => temporary.remove());

const init = async (folder: string) => {
  const terminal = fakeTerminal(temporary.path);
  const code = await main(["init", folder], terminal);
  return { code, ...terminal.printed };
};

/** That what it writes builds as it is, the tests of the build show: they begin with it. */
describe("gatewright init", () => {
  it("writes a rule package, says what it wrote and what comes next", async () => {
    const { code, out, err } = await init("My Policies");
    expect([code, err]).toEqual([0, ""]);
    const files = Object.keys(contentOf(join(temporary.path, "My Policies")));
    expect(files).toContain("rules/no-floating-tags/rule.ts");
    expect(files).toContain(".gitattributes");
    for (const file of files) expect(out).toContain(`My Policies/${file}\n`);
    expect(out).toContain("npx gatewright build");
    const manifest = JSON.parse(readFileSync(join(temporary.path, "My Policies/package.json"), "utf8"));
    expect(manifest).toMatchObject({ name: "my-policies", private: true, type: "module" });
  });

  it("takes a folder that is there but empty", async () => {
    expect((await init(".")).code).toBe(0);
    expect(Object.keys(contentOf(temporary.path))).toContain("package.json");
  });

  it("leaves a folder alone that holds anything", async () => {
    writeFileSync(join(temporary.path, "notes.txt"), "mine");
    const { code, out, err } = await init(".");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("init-folder-used");
    expect(contentOf(temporary.path)).toEqual({ "notes.txt": "mine" });
  });

  it("leaves a file alone that has the folder's name", async () => {
    writeFileSync(join(temporary.path, "policies"), "mine");
    expect((await init("policies")).code).toBe(2);
    expect(contentOf(temporary.path)).toEqual({ policies: "mine" });
  });
});
