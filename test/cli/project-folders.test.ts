import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findProject } from "../../src/cli/project-folders.js";
import { temporaryFolder } from "../write/output-folder.js";

let temporary: ReturnType<typeof temporaryFolder>;
let root: string;
beforeEach(() => {
  temporary = temporaryFolder();
  root = join(temporary.path, "project");
  mkdirSync(root);
});
afterEach(() => temporary.remove());

const make = (...folders: readonly string[]) => {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
};
const codes = (options: Partial<Parameters<typeof findProject>[1]>) => {
  const found = findProject(root, { out: "generated", ...options });
  return found.ok ? [] : found.diagnostics.map(({ code }) => code);
};

describe("findProject", () => {
  it("takes the folders with the usual names", () => {
    make("src/rules", "assignments");
    expect(findProject(root, { out: "generated" })).toEqual({
      ok: true,
      folders: {
        root,
        rules: "src/rules",
        assignments: "assignments",
        output: { path: join(root, "generated"), name: "generated" },
      },
    });
    make("rules");
    expect(findProject(root, { out: "generated" })).toMatchObject({ folders: { rules: "rules" } });
  });

  it("takes the folders that the user names, however written", () => {
    make("policies/k8s", "targets");
    const options = { rules: "./policies//k8s/", assignments: join(root, "targets"), out: "../out/" };
    expect(findProject(root, options)).toMatchObject({
      folders: {
        rules: "policies/k8s",
        assignments: "targets",
        output: { path: join(temporary.path, "out"), name: "../out" },
      },
    });
  });

  it("does without assignments where there are none", () => {
    make("rules");
    const found = findProject(root, { out: "generated" });
    expect(found.ok && "assignments" in found.folders).toBe(false);
  });

  it("says what is not there, and what lies outside", () => {
    expect(codes({})).toEqual(["rules-folder-missing"]);
    expect(codes({ rules: "policies" })).toEqual(["folder-missing"]);
    make("rules");
    expect(codes({ assignments: "nowhere" })).toEqual(["folder-missing"]);
    expect(codes({ rules: ".." })).toEqual(["folder-outside-project"]);
    expect(codes({ rules: "..", assignments: "nowhere" })).toEqual(["folder-outside-project", "folder-missing"]);
  });
});
