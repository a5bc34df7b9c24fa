import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { writeBundle } from "../judge/hand-made-bundle.js";
import { runningOpa } from "../opa/running-opa.js";
import { fakeTerminal } from "./fake-terminal.js";

const opa = runningOpa();
let cwd = "";

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "gatewright-scan-"));
  await writeBundle(opa, join(cwd, "generated"), { TestNoPrivilege: "{enforcementAction: deny, parameters: {}}" });
  const pod = (name: string, privileged: boolean) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: app, securityContext: {privileged: ${privileged}}}]}\n`;
  writeFileSync(join(cwd, "good.yaml"), pod("good", false));
  writeFileSync(join(cwd, "bad.yaml"), pod("bad", true));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const terminal = fakeTerminal(cwd);
  const code = await main(["scan", "--assignment", "test", ...argv], terminal);
  return { code, ...terminal.printed };
}

describe("gatewright scan", () => {
  it("finds the bundle of the working folder, and ends with 0 when all is well", async () => {
    const { code, out, err } = await run("good.yaml");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("healthy");
    expect(out).toMatch(/no findings\.\n$/);
  });

  it("ends with 1 for what the cluster would refuse", async () => {
    const { code, out } = await run("bad.yaml", "good.yaml");
    expect(code).toBe(1);
    expect(out).toContain("Pod default/bad  bad.yaml:1\n                    Container app is privileged [deny]");
  });

  it("takes a namespace and a bundle by name, and prints JSON", async () => {
    const { out } = await run(
      "bad.yaml",
      "--namespace",
      "shop",
      "--bundle",
      join(cwd, "generated"),
      "--format",
      "json",
    );
    expect(JSON.parse(out)).toMatchObject({ findings: [{ object: { kind: "Pod", namespace: "shop", name: "bad" } }] });
  });

  it("ends with 2 for what cannot be read, after judging the rest", async () => {
    const { code, out, err } = await run("bad.yaml", "nowhere.yaml");
    expect(code).toBe(2);
    expect(out).toContain("Container app is privileged");
    expect(err).toContain("nowhere.yaml does not exist");
  });

  it("refuses a format that there is not, and a scan of nothing", async () => {
    expect(await run("bad.yaml", "--format", "sarif")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("sarif"),
    });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("missing required argument") });
  });
});
