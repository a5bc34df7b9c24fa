import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/judge/finding.js";
import type { ScanResult } from "../../src/judge/scan.js";
import type { RuleState, RuleSummary } from "../../src/judge/summary.js";
import { scanJson } from "../../src/report/scan-json.js";
import { scanText } from "../../src/report/scan-text.js";
import { manifest } from "../gatekeeper/manifest.js";

const resource = manifest(
  "\n\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n",
  "web.yaml",
);
const owner = { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" };

function finding(message: string, enforcementAction: string): Finding {
  const object = { apiVersion: "v1", kind: "Pod", namespace: "shop", name: "web-pod" };
  const shared = { constraint: "c", kind: "K", rule: "privilege", details: { container: "app" } };
  return { ...shared, enforcementAction, message, object, owner, resource, prefix: ["spec", "template"] };
}

function rule(
  name: string,
  control: string,
  state: RuleState,
  findings: readonly Finding[],
  judged: number,
): RuleSummary {
  const affected = findings.length === 0 ? [] : [{ object: owner, findings }];
  const title = { en: `Title of ${name}`, ja: `${name} の名前` };
  const text = { name, kind: "K", severity: "High", title, securityControl: { en: control, ja: control } };
  return { rule: name, kind: "K", text, state, judged, affected };
}

function result(findings: readonly Finding[]): ScanResult {
  const rules = [
    rule("healthy", "Second", "healthy", [], 2),
    rule("privilege", "First", findings.length > 0 ? "unhealthy" : "healthy", findings, 2),
    rule("absent", "First", "not-applicable", [], 0),
  ];
  return { bundle: "generated", assignment: "asc-default", objects: 2, rules, findings, diagnostics: [] };
}

describe("scanText", () => {
  it("groups by control, the worst first, with components and messages", () => {
    const text = scanText(result([finding("Container app\nis \u001b[31mbad", "dryrun")]), { color: false });
    expect(text).toBe(`  STATE           SEVERITY  RECOMMENDATION      AFFECTED

First
  unhealthy       High      Title of privilege  1 of 2
                  Deployment shop/web  web.yaml:3
                    Container app is  [31mbad
  not applicable  High      Title of absent

Second
  healthy         High      Title of healthy    0 of 2

2 objects judged by 3 recommendations (1 unhealthy, 1 healthy, 1 not applicable): 1 finding in 1 component.
They stop nothing: no constraint here denies; give a rule \`effect: deny\` in the assignment asc-default to refuse what violates it.
`);
  });

  it("marks and counts what would be refused", () => {
    const text = scanText(result([finding("a", "deny"), finding("b", "warn")]), { color: false });
    expect(text).toContain("                    a [deny]\n                    b [warn]\n");
    expect(text.trimEnd().split("\n").at(-1)).toBe("1 finding would be refused by the cluster.");
  });

  it("says no more than that when there is nothing", () => {
    const text = scanText(result([]), { color: false });
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/: no findings\.$/);
  });

  it("has no table when nothing was judged", () => {
    const text = scanText({ ...result([]), rules: [] }, { color: false });
    expect(text).not.toContain("RECOMMENDATION");
  });

  it("goes by names where the bundle has no index", () => {
    const rules = result([finding("a", "deny")]).rules.map(({ text: _, ...rest }) => rest);
    const text = scanText({ ...result([]), rules }, { color: false });
    expect(text).toContain("Recommendations\n  unhealthy                 privilege       1 of 2\n");
  });

  it("is coloured only when asked", () => {
    expect(scanText(result([]), { color: true })).toContain("\u001b[");
  });
});

describe("scanJson", () => {
  it("says what was found, in what, and where that is written", () => {
    expect(JSON.parse(scanJson(result([finding("a", "deny")])))).toMatchObject({
      formatVersion: 1,
      assignment: "asc-default",
      summary: { objects: 2, findings: 1, actions: { deny: 1 } },
      rules: [
        { rule: "healthy", state: "healthy", judged: 2, affected: [] },
        { rule: "privilege", title: { ja: "privilege の名前" }, affected: [{ object: owner, findings: 1 }] },
        { rule: "absent", state: "not-applicable" },
      ],
      findings: [
        {
          rule: "privilege",
          constraint: { kind: "K", name: "c" },
          enforcementAction: "deny",
          message: "a",
          details: { container: "app" },
          object: { kind: "Pod", name: "web-pod" },
          owner,
          source: { file: "web.yaml", document: 1, line: 3, column: 1 },
          template: "spec.template",
        },
      ],
      diagnostics: [],
    });
  });
});
