import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { rulePath, type TemporaryProject, temporaryProject } from "../build/project.js";
import { fakeTerminal } from "./fake-terminal.js";

const bin = join(import.meta.dirname, "../../bin/gatewright.js");
let project: TemporaryProject;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  project = temporaryProject();
  process.env.GATEWRIGHT_CACHE = join(project.root, "cache");
  env = { ...process.env, GATEWRIGHT_CACHE: join(project.root, "cache") };
});
afterAll(() => {
  delete process.env.GATEWRIGHT_CACHE;
  project.remove();
});

const run = async (argv: readonly string[], color = false) => {
  const terminal = fakeTerminal(project.root, color);
  const code = await main(argv, terminal);
  return { code, ...terminal.printed };
};

describe("gatewright build", () => {
  it("writes the bundle, and then finds it up to date", async () => {
    expect(await run(["build", "--check"])).toMatchObject({
      code: 1,
      out: "generated: 1 difference; `gatewright build` mends that.\n",
    });
    const first = await run(["build"]);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^generated: wrote 14 files \(\d+\.\d s\)\.\n$/);
    const second = await run(["build"]);
    expect(second).toMatchObject({ code: 0, err: "" });
    expect(second.out).toMatch(/^generated: up to date \(\d+\.\d s\)\.\n$/);
    expect(await run(["build", "--check"])).toMatchObject({ code: 0 });
  });

  it("with --check names each file that drifted", async () => {
    const path = "generated/policy.rego";
    const text = readFileSync(join(project.root, path), "utf8");
    project.put(path, text.replace("package", "Package"));
    const { code, out, err } = await run(["build", "--check"]);
    expect([code, out]).toEqual([1, "generated: 1 difference; `gatewright build` mends that.\n"]);
    expect(err).toMatch(/^error output-stale: generated\/policy\.rego is stale: line \d+ differs\.\n$/);
    project.put(path, text);
  });

  it("shows a mistake in its line, counts, and says that nothing was written", async () => {
    const rule = readFileSync(join(project.root, rulePath), "utf8");
    project.put(rulePath, rule.replace('severity: "Medium"', 'severity: "Middling"'));
    const plain = await run(["build", "--out", "elsewhere"]);
    expect(plain).toMatchObject({ code: 2, out: "" });
    expect(plain.err).toContain(`${rulePath}:25:3 - error`);
    expect(plain.err).toContain('  25 |   severity: "Middling",');
    expect(plain.err).toMatch(/\n\n\d errors?; nothing was written\.\n$/);
    expect(plain.err).not.toContain("\u001b[");
    expect(plain.err).not.toMatch(/^ +at /m);
    expect(existsSync(join(project.root, "elsewhere"))).toBe(false);
    const colored = await run(["build", "--out", "elsewhere"], true);
    expect(colored.err).toContain("\u001b[31merror");
    expect((await run(["build", "--no-color", "--out", "elsewhere"], true)).err).toBe(plain.err);
    project.put(rulePath, rule);
  });

  it("says where it looked for rules", async () => {
    const terminal = fakeTerminal(join(project.root, "assignments"));
    expect(await main(["build"], terminal)).toBe(2);
    expect(terminal.printed.err).toContain("neither rules nor src/rules exists");
  });
});

describe("the gatewright command", () => {
  it("loads neither the compiler nor a reader of YAML when there is nothing to do", () => {
    execFileSync(process.execPath, [bin, "build"], { cwd: project.root, env });
    // The command as it is installed; whatever CommonJS packages it loads are in the cache of `require`.
    const script = `
      import { createRequire } from "node:module";
      process.argv[1] = ${JSON.stringify(bin)};
      process.argv[2] = "build";
      await import(${JSON.stringify(bin)});
      console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script, "x", "y"], {
      cwd: project.root,
      env,
      encoding: "utf8",
    });
    const [first = "", second = ""] = printed.split("\n");
    const loaded: unknown = JSON.parse(second);
    expect(first).toContain("up to date");
    expect(loaded).toContainEqual(expect.stringContaining("node_modules/commander/"));
    for (const name of ["ts-morph", "typescript", "yaml", "handlebars", "ajv"]) {
      expect(loaded).not.toContainEqual(expect.stringContaining(`node_modules/${name}/`));
    }
  });

  it("keeps its exit code when nobody reads what it prints", () => {
    const command = `"${process.execPath}" "${bin}" build --help | true; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync("bash", ["-c", command], { cwd: project.root, env, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});
