import picocolors from "picocolors";
import type { ObjectIdentity } from "../judge/finding.js";
import type { ScanResult } from "../judge/scan.js";
import type { Component, RuleState, RuleSummary } from "../judge/summary.js";
import { locationOf } from "../resources/position.js";
import { printable } from "./printable.js";

export interface ScanTextOptions {
  readonly color: boolean;
}

/**
 * The recommendations, grouped by security control:
 *
 *       STATE           SEVERITY  RECOMMENDATION                           AFFECTED
 *
 *     Manage access and permissions
 *       unhealthy       High      Privileged containers should be avoided  1 of 2
 *                       Deployment shop/web  web.yaml:3
 *                         Container app is privileged
 *
 * and two lines that sum up: how many are healthy, and whether the findings stop anything.
 */
export function scanText(result: ScanResult, { color }: ScanTextOptions): string {
  const paint = picocolors.createColors(color);
  const width = Math.max(heading.length, ...result.rules.map((rule) => displayWidth(titleOf(rule))));
  const groups = grouped(result.rules).flatMap(([control, rules]) => [
    paint.bold(control),
    ...rules.flatMap((rule) => ruleLines(rule, width, paint)),
    "",
  ]);
  const header = groups.length === 0 ? [] : [paint.dim(tableHead(width)), ""];
  return [...header, ...groups, ...closing(result, paint)].map((line) => `${line}\n`).join("");
}

const heading = "RECOMMENDATION";

function tableHead(width: number): string {
  return `  ${"STATE".padEnd(stateWidth)}  ${"SEVERITY".padEnd(severityWidth)}  ${heading.padEnd(width)}  AFFECTED`;
}

type Paint = ReturnType<typeof picocolors.createColors>;

function titleOf({ text, rule }: RuleSummary): string {
  return text?.title.en || rule;
}

function controlOf({ text }: RuleSummary): string {
  return text?.securityControl.en || "Recommendations";
}

/** By control, in the order of the alphabet; within one, the worst first. */
function grouped(rules: readonly RuleSummary[]): readonly (readonly [string, readonly RuleSummary[]])[] {
  const controls = [...new Set(rules.map(controlOf))].sort();
  return controls.map((control) => {
    const own = rules.filter((rule) => controlOf(rule) === control);
    return [control, [...own].sort((one, other) => rank(one.state) - rank(other.state))];
  });
}

const states: readonly RuleState[] = ["unhealthy", "not-configured", "healthy", "not-applicable", "disabled"];

function rank(state: RuleState): number {
  return states.indexOf(state);
}

const stateTexts: Readonly<Record<RuleState, string>> = {
  unhealthy: "unhealthy",
  "not-configured": "not configured",
  healthy: "healthy",
  "not-applicable": "not applicable",
  disabled: "disabled",
};

const stateWidth = Math.max(...Object.values(stateTexts).map((text) => text.length));
const severityWidth = "SEVERITY".length;
const indent = " ".repeat(2 + stateWidth + 2);

function ruleLines(rule: RuleSummary, width: number, paint: Paint): readonly string[] {
  const { state, judged, affected, text } = rule;
  const label = tone(state, paint)(stateTexts[state].padEnd(stateWidth));
  const severity = (text?.severity ?? "").padEnd(severityWidth);
  const title = titleOf(rule) + " ".repeat(width - displayWidth(titleOf(rule)));
  const count = judged === 0 ? "" : `  ${affected.length} of ${judged}`;
  const head = `  ${label}  ${severity}  ${title}${count}`.trimEnd();
  return [head, ...affected.flatMap((component) => componentLines(component, paint))];
}

function tone(state: RuleState, paint: Paint): (text: string) => string {
  if (state === "healthy") return paint.green;
  if (state === "unhealthy") return paint.red;
  return state === "not-configured" ? paint.yellow : paint.dim;
}

function componentLines({ object, findings }: Component, paint: Paint): readonly string[] {
  const [first] = findings;
  const place = first === undefined ? "" : placeOf(first.resource);
  const messages = findings.map(({ message, enforcementAction }) => {
    const action = enforcementAction === "dryrun" ? "" : paint.red(` [${enforcementAction}]`);
    return `${indent}  ${oneLine(message)}${action}`;
  });
  return [`${indent}${objectText(object)}  ${paint.dim(place)}`, ...messages];
}

export function objectText({ kind, namespace, name }: ObjectIdentity): string {
  return oneLine(`${kind} ${namespace === "" ? "" : `${namespace}/`}${name || "(without a name)"}`);
}

function placeOf(resource: Component["findings"][number]["resource"]): string {
  const { file, start } = locationOf(resource);
  return `${file === "-" ? "standard input" : file}:${start.line}`;
}

function oneLine(message: string): string {
  return printable(message).replace(/\s*\n\s*/g, " ");
}

function closing(result: ScanResult, paint: Paint): readonly string[] {
  const { rules, findings, objects } = result;
  const counts = states.map((state) => [state, rules.filter((rule) => rule.state === state).length] as const);
  const parts = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${stateTexts[state]}`);
  const affected = new Set(rules.flatMap((rule) => rule.affected.map(({ object }) => objectText(object)))).size;
  const found =
    findings.length === 0 ? "no findings" : `${plural(findings.length, "finding")} in ${plural(affected, "component")}`;
  const head = `${plural(objects, "object")} judged by ${plural(rules.length, "recommendation")}`;
  return [`${head} (${parts.join(", ")}): ${found}.`, ...consequence(result, paint)];
}

/** Whoever reads only the last line must know whether anything was stopped. */
function consequence({ findings, assignment }: ScanResult, paint: Paint): readonly string[] {
  if (findings.length === 0) return [];
  const denied = findings.filter(({ enforcementAction }) => enforcementAction === "deny").length;
  if (denied > 0) return [paint.red(`${plural(denied, "finding")} would be refused by the cluster.`)];
  const how = `give a rule \`effect: deny\` in the assignment ${assignment} to refuse what violates it`;
  return [paint.yellow(`They stop nothing: no constraint here denies; ${how}.`)];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** East Asian characters take two columns. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );
}
