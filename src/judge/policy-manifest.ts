import { at, describe, isList, isObject, type Json, type Path, pathText, textAt } from "../resources/json.js";

/** policy.json: what a judge needs to know of the policy.wasm beside it. */
export interface PolicyManifest {
  /** Version of the OPA that compiled it. */
  readonly opaVersion: string;
  readonly module: { readonly file: string; readonly digest: string };
  /** The entry point that judges an object by every rule at once. */
  readonly allEntrypoint: string;
  readonly hostBuiltins: readonly string[];
  /** In the order of the module's own entry points. */
  readonly rules: readonly PolicyRule[];
}

export interface PolicyRule {
  readonly name: string;
  readonly kind: string;
  readonly entrypoint: string;
  readonly package: string;
  /** What the rule looks at: "v1/Pod", "apps/v1/Deployment". */
  readonly on: readonly string[];
}

/** The manifest, or the reason why this version cannot read it. */
export function readPolicyManifest(text: string): PolicyManifest | { readonly reason: string } {
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // what JSON.parse returns is JSON
  } catch (error) {
    return { reason: `it is no JSON (${error instanceof Error ? error.message : "unreadable"})` };
  }
  const reason = formatProblem(value) ?? shapeProblem(value);
  return reason === undefined ? manifestOf(value) : { reason };
}

const formatVersion = 1;

function formatProblem(value: Json): string | undefined {
  const version = at(value, "formatVersion");
  if (version === formatVersion) return undefined;
  return `its formatVersion is ${describe(version)}, and this version reads ${formatVersion}`;
}

/** Where texts and lists of texts must stand; rules are looked at one by one. */
const texts: readonly Path[] = [
  ["opa", "version"],
  ["module", "file"],
  ["module", "digest"],
  ["entrypoints", "all"],
];
const ruleTexts = ["name", "kind", "entrypoint", "package"];

function shapeProblem(value: Json): string | undefined {
  const missing = texts.find((path) => textAt(value, ...path) === "");
  if (missing !== undefined) return `${pathText(missing)} must be a text`;
  if (/[/\\]/.test(textAt(value, "module", "file"))) return "module.file must be a file beside policy.json";
  if (!isTexts(at(value, "hostBuiltins"))) return "hostBuiltins must be a list of texts";
  const rules = at(value, "rules");
  if (!isList(rules)) return "rules must be a list";
  const problems = rules.map((rule, index) => ruleProblem(rule, index)).filter((problem) => problem !== undefined);
  return problems[0] ?? repeated(rules.map((rule) => textAt(rule, "kind")));
}

function ruleProblem(rule: Json, index: number): string | undefined {
  const missing = ruleTexts.find((field) => textAt(rule, field) === "");
  if (!isObject(rule)) return `rules[${index}] must be an object`;
  if (missing !== undefined) return `rules[${index}].${missing} must be a text`;
  return isTexts(at(rule, "on")) ? undefined : `rules[${index}].on must be a list of texts`;
}

function repeated(kinds: readonly string[]): string | undefined {
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  return twice === undefined ? undefined : `two rules have the kind ${twice}`;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return isList(value) && value.every((item) => typeof item === "string");
}

function manifestOf(value: Json): PolicyManifest {
  const rules = at(value, "rules");
  return {
    opaVersion: textAt(value, "opa", "version"),
    module: { file: textAt(value, "module", "file"), digest: textAt(value, "module", "digest") },
    allEntrypoint: textAt(value, "entrypoints", "all"),
    hostBuiltins: textsAt(value, "hostBuiltins"),
    rules: (isList(rules) ? rules : []).map((rule) => ({
      name: textAt(rule, "name"),
      kind: textAt(rule, "kind"),
      entrypoint: textAt(rule, "entrypoint"),
      package: textAt(rule, "package"),
      on: textsAt(rule, "on"),
    })),
  };
}

function textsAt(value: Json, ...path: Path): readonly string[] {
  const found = at(value, ...path);
  return isTexts(found) ? found : [];
}
