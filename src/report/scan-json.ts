import type { Finding, ObjectIdentity } from "../judge/finding.js";
import type { ScanResult } from "../judge/scan.js";
import type { RuleSummary } from "../judge/summary.js";
import { pathText } from "../resources/json.js";
import { locationOf } from "../resources/position.js";

/**
 * A scan for programs: `rules` (state, counts, affected components) and `findings`, each with the object that was
 * judged, its topmost owner and the place of the input's object. `formatVersion` grows when a reader of the old form
 * would be misled.
 */
export function scanJson(result: ScanResult): string {
  const { bundle, assignment, objects, rules, findings, diagnostics } = result;
  const report = {
    formatVersion: 1,
    bundle,
    assignment,
    summary: { objects, findings: findings.length, actions: countActions(findings) },
    rules: rules.map(ruleJson),
    findings: findings.map(findingJson),
    diagnostics,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function countActions(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { enforcementAction } of findings) counts[enforcementAction] = (counts[enforcementAction] ?? 0) + 1;
  return counts;
}

function ruleJson({ rule, kind, text, state, judged, affected }: RuleSummary) {
  return {
    rule,
    kind,
    ...(text === undefined
      ? {}
      : { title: text.title, securityControl: text.securityControl, severity: text.severity }),
    state,
    judged,
    affected: affected.map(({ object, findings }) => ({ object: identityJson(object), findings: findings.length })),
  };
}

function findingJson(finding: Finding) {
  const { rule, kind, constraint, enforcementAction, message, details, object, owner, resource, prefix } = finding;
  const { file, start } = locationOf(resource);
  return {
    ...(rule === undefined ? {} : { rule }),
    constraint: { kind, name: constraint },
    enforcementAction,
    message,
    details,
    object: identityJson(object),
    owner: identityJson(owner),
    source: { file, document: resource.source.number, line: start.line, column: start.column },
    ...(prefix.length === 0 ? {} : { template: pathText(prefix) }),
  };
}

function identityJson({ apiVersion, kind, namespace, name }: ObjectIdentity) {
  return { apiVersion, kind, ...(namespace === "" ? {} : { namespace }), name };
}
