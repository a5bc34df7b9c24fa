import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exitCodeOf, scan } from "../../src/judge/scan.js";
import { runningOpa } from "../opa/running-opa.js";
import { type AssignedSpecs, writeBundle } from "./hand-made-bundle.js";

const opa = runningOpa();
let cwd = "";

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "gatewright-scan-"));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const podKinds = 'kinds: [{apiGroups: [""], kinds: [Pod]}]';
const usual: AssignedSpecs = {
  TestNoPrivilege: `{enforcementAction: dryrun, match: {${podKinds}, excludedNamespaces: [kube-system]}, parameters: {}}`,
};

async function scanned(
  specs: AssignedSpecs,
  manifests: string,
  request: { namespace?: string; assignment?: string } = {},
) {
  await writeBundle(opa, join(cwd, "generated"), specs);
  writeFileSync(join(cwd, "input.yaml"), manifests);
  const stdin = () => new Uint8Array();
  return scan({
    paths: ["input.yaml"],
    bundle: "generated",
    assignment: "test",
    namespace: "default",
    cwd,
    stdin,
    ...request,
  });
}

const privileged = "containers: [{name: app, securityContext: {privileged: true}}]";

function pod(name: string, extra = "", spec = privileged): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}${extra}}\nspec: {${spec}}\n---\n`;
}

function workload(kind: string, name: string, template: string, apiVersion = "apps/v1"): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\nspec: ${template}\n---\n`;
}

type Scanned = Awaited<ReturnType<typeof scanned>>;
const owners = ({ findings }: Scanned) => findings.map(({ owner }) => `${owner.kind} ${owner.namespace}/${owner.name}`);
const states = ({ rules }: Scanned) => Object.fromEntries(rules.map(({ rule, state }) => [rule, state]));

describe("scan", () => {
  it("judges workloads by their pods, and says where the pod's fields are", async () => {
    const template = `{template: {spec: {${privileged}}}}`;
    const result = await scanned(
      usual,
      workload("Deployment", "web", template) +
        workload("CronJob", "nightly", `{jobTemplate: {spec: ${template}}}`, "batch/v1") +
        pod("bare"),
    );
    expect(owners(result)).toEqual(["Deployment shop/web", "CronJob shop/nightly", "Pod default/bare"]);
    expect(result.findings.map(({ object, prefix }) => [object.name, prefix])).toEqual([
      ["web-pod", ["spec", "template"]],
      ["nightly-pod", ["spec", "jobTemplate", "spec", "template"]],
      ["bare", []],
    ]);
    expect(result.findings[0]).toMatchObject({
      constraint: "testnoprivilege",
      kind: "TestNoPrivilege",
      rule: "no-privilege",
      enforcementAction: "dryrun",
      message: "Container app is privileged",
      details: { container: "app" },
    });
    expect(result.objects).toBe(3);
    expect(exitCodeOf(result)).toBe(0);
  });

  it("counts an object under its topmost owner, once", async () => {
    const owned = (kind: string, name: string) =>
      `, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ${kind}, name: ${name}, controller: true}]`;
    const result = await scanned(
      usual,
      workload("Deployment", "web", "{}") +
        `apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: {name: web-1${owned("Deployment", "web")}}\nspec: {template: {spec: {${privileged}}}}\n---\n` +
        pod("web-1-a", owned("ReplicaSet", "web-1")) +
        pod("web-1-b", owned("ReplicaSet", "web-1")) +
        pod("gone-1-a", owned("ReplicaSet", "gone-1")) +
        pod(
          "static",
          ", namespace: shop, ownerReferences: [{apiVersion: v1, kind: Node, name: node-1, controller: true}]",
        ),
    );
    expect(result.findings).toHaveLength(5);
    const [rule] = result.rules;
    expect(rule?.affected.map(({ object, findings }) => [object.kind, object.name, findings.length])).toEqual([
      ["Deployment", "web", 1],
      ["ReplicaSet", "gone-1", 1],
      ["Pod", "static", 1],
    ]);
    expect(rule?.judged).toBe(3);
  });

  it("ends where owners go round", async () => {
    const owned = (name: string) => `, namespace: shop, ownerReferences: [{apiVersion: v1, kind: Pod, name: ${name}}]`;
    const result = await scanned(usual, pod("a", owned("b")) + pod("b", owned("a")));
    expect(result.findings).toHaveLength(2);
  });

  it("gives an object without a namespace the one of the request before it is matched", async () => {
    expect((await scanned(usual, pod("a"), { namespace: "kube-system" })).findings).toEqual([]);
    expect(owners(await scanned(usual, pod("a"), { namespace: "shop" }))).toEqual(["Pod shop/a"]);
    expect(owners(await scanned(usual, pod("a", ", namespace: kube-system") + pod("b")))).toEqual(["Pod default/b"]);
  });

  it("takes the Namespaces of the input for selectors, and rejects what it cannot match", async () => {
    const selector = { TestNoPrivilege: "{match: {namespaceSelector: {matchLabels: {env: prod}}}, parameters: {}}" };
    const spaces = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {env: prod}}\n---\n";
    const result = await scanned(selector, spaces + pod("a", ", namespace: shop") + pod("b", ", namespace: elsewhere"));
    expect(result.findings.map(({ object, message }) => [object.name, message])).toEqual([
      ["a", "Container app is privileged"],
      ["b", expect.stringContaining("missing Namespace")],
    ]);
  });

  it("says for each rule what the input means for it", async () => {
    const specs = {
      TestNoPrivilege: `{match: {${podKinds}}, parameters: {}}`,
      TestOwnerLabel: `{match: {${podKinds}}, parameters: {}}`,
    };
    const clean = pod("clean", "", "containers: []");
    expect(states(await scanned(specs, clean))).toEqual({
      "no-privilege": "healthy",
      "one-tier": "disabled",
      "owner-label": "not-configured",
    });
    const service = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n";
    expect(states(await scanned(specs, service))).toMatchObject({ "no-privilege": "not-applicable" });
    expect(states(await scanned(specs, pod("bad")))).toMatchObject({ "no-privilege": "unhealthy" });
  });

  it("applies the schema's defaults to parameters, and passes each constraint its own", async () => {
    const specs = { TestOwnerLabel: `{match: {${podKinds}}, parameters: {label: owner}}` };
    const result = await scanned(specs, pod("a"));
    expect(result.findings.map(({ message }) => message)).toEqual(["No label owner, as level 3 wants"]);
  });

  it("asks rule by rule where the policy as a whole ends in an error", async () => {
    const specs = {
      TestNoPrivilege: `{match: {${podKinds}}, parameters: {}}`,
      TestOneTier: `{match: {${podKinds}}, parameters: {}}`,
    };
    const result = await scanned(
      specs,
      pod("two", ", labels: {tier-a: x, tier-b: y}") + pod("one", ", labels: {tier-a: x}"),
    );
    expect(result.findings.map(({ object, rule, message }) => [object.name, rule, message])).toEqual([
      ["two", "no-privilege", "Container app is privileged"],
      ["two", "one-tier", expect.stringMatching(/^The policy failed on this object: .*conflict/)],
      ["one", "no-privilege", "Container app is privileged"],
      ["one", "one-tier", "Tier x"],
    ]);
  });

  it("ends with 1 for what would be refused, and with 2 when something could not be read", async () => {
    const deny = { TestNoPrivilege: `{match: {${podKinds}}, parameters: {}}` };
    expect(exitCodeOf(await scanned(deny, pod("a")))).toBe(1);
    const partly = await scanned(deny, `${pod("a")}kind: [\n`);
    expect(partly.findings).toHaveLength(1);
    expect(exitCodeOf(partly)).toBe(2);
  });

  it("names an object by its generateName where it has no name", async () => {
    const result = await scanned(
      usual,
      `apiVersion: v1\nkind: Pod\nmetadata: {generateName: run-}\nspec: {${privileged}}\n`,
    );
    expect(result.findings[0]?.object.name).toBe("run-*");
  });
});

describe("a bundle that cannot be used", () => {
  const request = () => ({
    paths: ["input.yaml"],
    bundle: "generated",
    assignment: "test",
    namespace: "default",
    cwd,
    stdin: () => new Uint8Array(),
  });

  it("is not there", () => {
    const result = scan(request());
    expect(result.diagnostics).toMatchObject([
      { code: "policy-missing", message: expect.stringContaining("policy.json") },
    ]);
    expect(exitCodeOf(result)).toBe(2);
  });

  it("is of another format, or damaged, or without its module", async () => {
    await writeBundle(opa, join(cwd, "generated"), usual);
    const file = join(cwd, "generated/policy.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"formatVersion":1', '"formatVersion":9'));
    expect(scan(request()).diagnostics).toMatchObject([{ code: "policy-invalid" }]);
    writeFileSync(file, text);
    appendFileSync(join(cwd, "generated/policy.wasm"), "x");
    expect(scan(request()).diagnostics).toMatchObject([{ code: "policy-digest" }]);
    rmSync(join(cwd, "generated/policy.wasm"));
    expect(scan(request()).diagnostics).toMatchObject([{ code: "policy-missing" }]);
  });

  it("has no such assignment", async () => {
    const result = await scanned(usual, pod("a"), { assignment: "tset" });
    expect(result.diagnostics).toMatchObject([{ code: "assignment-missing", help: "It has: test." }]);
  });

  it("has a constraint that its template refuses, or none for its kind", async () => {
    await scanned(usual, pod("a"));
    const file = join(cwd, "generated/assignments/test/constraints/no-privilege.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("parameters: {}", "parameters: {level: high}"));
    expect(scan(request()).diagnostics).toMatchObject([{ code: "constraint-schema" }]);
    writeFileSync(file, readFileSync(file, "utf8").replace("kind: TestNoPrivilege", "kind: TestOther"));
    expect(scan(request()).diagnostics).toMatchObject([{ code: "constraint-without-template" }]);
  });
});
