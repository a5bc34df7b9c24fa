import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Opa, OpaError, RegoModules } from "../opa/opa.js";

/**
 * What OPA has to say against Rego that Gatewright made: nothing, or Gatewright is wrong. It must be legal under
 * `opa check --strict`, and `opa fmt` must leave it as it is.
 */
export async function checkEmittedRego(opa: Opa, modules: RegoModules): Promise<Diagnostic[]> {
  const request = { modules, regoVersion: "v1" } as const;
  const checked = await opa.check({ ...request, strict: true });
  if (!checked.ok) return checked.errors.map(opaProblem);
  const formatted = await opa.format(request);
  if (!formatted.ok) return formatted.errors.map(opaProblem);
  return Object.entries(modules).flatMap(([file, text]) => {
    const line = firstDifference(text, formatted.value[file] ?? "");
    if (line === undefined) return [];
    return [
      diagnose("emitted-rego-invalid", { source: sourceName(file), problem: `opa fmt would change line ${line}` }),
    ];
  });
}

/** RE2's complaints about patterns, as OPA and Gatekeeper evaluate them; undefined where there is none. */
export async function regexComplaints(opa: Opa, patterns: readonly string[]): Promise<(string | undefined)[]> {
  const outcome = await opa.evaluate({
    modules: { "regex.rego": "package gatewright.regex\n\nlegal := regex.is_valid(input)\n" },
    regoVersion: "v1",
    query: "data.gatewright.regex.legal",
    inputs: patterns,
  });
  if (!outcome.ok) return patterns.map(() => outcome.errors.map(({ message }) => message).join("; "));
  return patterns.map((pattern, index) => (outcome.value[index] === true ? undefined : likelyReason(pattern)));
}

/** RE2's own words do not come through `regex.is_valid`; these are the parts of other dialects that it has not. */
function likelyReason(pattern: string): string {
  if (/\(\?<?[=!]/.test(pattern)) return "it uses look-around";
  if (/\\[1-9]|\\k</.test(pattern)) return "it uses a back-reference";
  if (/\(\?>|[*+?}]\+/.test(pattern)) return "it uses a possessive or atomic group";
  return "RE2 cannot read it";
}

/** For an error of OPA's that no user can cause. */
export function opaProblem({ code, message, file, row, column }: OpaError): Diagnostic {
  if (file === undefined) return diagnose("opa-unavailable", { problem: `${message} (${code})` });
  const place = row === undefined ? "" : ` (line ${row}, column ${column ?? 1})`;
  return diagnose("emitted-rego-invalid", { source: sourceName(file), problem: `${message}${place}` });
}

/** "rules/x.rego" is made of the rule x. */
function sourceName(module: string): string {
  const name = /^rules\/(.*)\.rego$/.exec(module)?.[1];
  return name === undefined ? `its own module ${module}` : `the rule "${name}"`;
}

function firstDifference(text: string, formatted: string): number | undefined {
  if (text === formatted) return undefined;
  const wanted = formatted.split("\n");
  const index = text.split("\n").findIndex((line, number) => line !== wanted[number]);
  return index < 0 ? wanted.length : index + 1;
}
