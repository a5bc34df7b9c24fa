import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BuildOutcome, build } from "../../src/build.js";
import { contentOf } from "../write/output-folder.js";
import { assignmentPath, fixturePath, rulePath, type TemporaryProject, temporaryProject } from "./project.js";

let project: TemporaryProject;
const generated = () => contentOf(join(project.root, "generated"));
const sourceOf = (path: string) => readFileSync(join(project.root, path), "utf8");
const codes = ({ diagnostics }: BuildOutcome) => diagnostics.map(({ code }) => code);
let original: Readonly<Record<string, string>>;

beforeAll(() => {
  project = temporaryProject();
  process.env.GATEWRIGHT_CACHE = join(project.root, "cache");
  original = Object.fromEntries([rulePath, fixturePath, assignmentPath].map((path) => [path, sourceOf(path)]));
});
afterAll(() => {
  delete process.env.GATEWRIGHT_CACHE;
  project.remove();
});
beforeEach(() => {
  for (const [path, text] of Object.entries(original)) project.put(path, text);
});

/** Every test leaves the project as it found it, so that one output serves as what all others are compared with. */
describe("build", () => {
  let built: Record<string, string>;
  beforeAll(async () => {
    const outcome = await build(project.request);
    expect(outcome).toMatchObject({ result: "written", diagnostics: [], deleted: [] });
    built = generated();
    expect([...outcome.written].sort()).toEqual(Object.keys(built).sort());
  });

  it("writes template, suite, samples, page, policy, schema, assignment and index", () => {
    expect(Object.keys(built).sort()).toEqual([
      "assignment.schema.json",
      "assignments/default/constraints/no-floating-tags.yaml",
      "assignments/default/kustomization.yaml",
      "assignments/default/templates/no-floating-tags.yaml",
      "index.json",
      "policy.json",
      "policy.rego",
      "policy.wasm",
      "rules/no-floating-tags/README.md",
      "rules/no-floating-tags/samples/defaults/constraint.yaml",
      "rules/no-floating-tags/samples/defaults/fixed-tag.yaml",
      "rules/no-floating-tags/samples/defaults/floating-tag.yaml",
      "rules/no-floating-tags/suite.yaml",
      "rules/no-floating-tags/template.yaml",
    ]);
  });

  it("has nothing to do the second time, and none of the output names the folder that it was made in", async () => {
    expect(await build(project.request)).toMatchObject({ result: "up-to-date", diagnostics: [] });
    expect(Object.values(built).join("\n")).not.toContain(project.root);
  });

  it("finds the same bytes without what it remembered", async () => {
    rmSync(join(project.root, "cache"), { recursive: true });
    expect(await build({ ...project.request, check: true })).toMatchObject({ result: "up-to-date", diagnostics: [] });
    expect(generated()).toEqual(built);
  });

  it.each<[string, () => void]>([
    ["a changed byte", () => project.put("generated/policy.rego", `${built["policy.rego"]} `)],
    ["a missing file", () => rmSync(join(project.root, "generated/policy.json"))],
  ])("notices %s, with --check and without", async (_, change) => {
    change();
    const drifted = await build({ ...project.request, check: true });
    expect(drifted.result).toBe("drifted");
    expect(drifted.diagnostics).toHaveLength(1);
    const mended = await build(project.request);
    expect(mended).toMatchObject({ result: "written", diagnostics: [] });
    expect(mended.written).toHaveLength(1);
    expect(generated()).toEqual(built);
  });

  it("notices a file too many", async () => {
    project.put("generated/notes.txt", "mine");
    expect(codes(await build({ ...project.request, check: true }))).toEqual(["output-extra"]);
    const refused = await build(project.request);
    expect(refused).toMatchObject({ result: "refused", written: [] });
    expect(codes(refused)).toEqual(["output-foreign-file"]);
    rmSync(join(project.root, "generated/notes.txt"));
    expect(generated()).toEqual(built);
  });

  it("follows a change of a fixture, and takes what is gone away again", async () => {
    project.put(fixturePath.replace("defaults", "more"), original[fixturePath] ?? "");
    const more = await build(project.request);
    expect(more.written).toContain("rules/no-floating-tags/samples/more/constraint.yaml");
    rmSync(join(project.root, fixturePath.replace("defaults", "more")));
    const less = await build(project.request);
    expect(less.deleted).toContain("rules/no-floating-tags/samples/more/constraint.yaml");
    expect(generated()).toEqual(built);
  });

  it("shows warnings again when there is nothing to do", async () => {
    project.put(fixturePath, (original[fixturePath] ?? "").replace(/\n {2}floating-tag:[\s\S]*/, ""));
    expect(codes(await build(project.request))).toEqual(["fixtures-one-sided"]);
    const again = await build(project.request);
    expect(again.result).toBe("up-to-date");
    expect(codes(again)).toEqual(["fixtures-one-sided"]);
    project.put(fixturePath, original[fixturePath] ?? "");
    await build(project.request);
    expect(generated()).toEqual(built);
  });

  it("reports the mistakes of rules and fixtures at once, and leaves the output as it was", async () => {
    project.put(rulePath, (original[rulePath] ?? "").replace("image.endsWith(", "image.endWith("));
    project.put(fixturePath, `${original[fixturePath]}unknown: 1\n`);
    const outcome = await build(project.request);
    expect(outcome.result).toBe("refused");
    expect(new Set(outcome.diagnostics.map(({ location }) => location?.file))).toEqual(
      new Set([rulePath, fixturePath]),
    );
    expect(generated()).toEqual(built);
  });

  it("reports the mistakes of fixtures and assignments at once, and leaves the output as it was", async () => {
    project.put(fixturePath, `${original[fixturePath]}unknown: 1\n`);
    project.put(assignmentPath, (original[assignmentPath] ?? "").replace("no-floating-tags:", "no-floating-tag:"));
    const outcome = await build(project.request);
    expect(outcome.result).toBe("refused");
    expect(codes(outcome).sort()).toEqual(["assignment-unknown-rule", "fixture-unknown-key"]);
    expect(generated()).toEqual(built);
  });

  it("refuses a case that the rule never looks at", async () => {
    project.put(fixturePath, (original[fixturePath] ?? "").replace("kind: Pod", "kind: Service"));
    const outcome = await build(project.request);
    expect(codes(outcome)).toEqual(["fixture-kind", "fixture-kind"]);
  });

  it("builds rules without any assignment", async () => {
    const { assignments: _, ...rest } = project.request;
    const output = { path: join(project.root, "elsewhere"), name: "elsewhere" };
    expect(await build({ ...rest, output })).toMatchObject({ result: "written", diagnostics: [] });
    const index = JSON.parse(readFileSync(join(output.path, "index.json"), "utf8"));
    expect(index.assignments).toEqual([]);
    rmSync(output.path, { recursive: true });
  });
});
