import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { type Rule, resource } from "../../src/authoring/define-rule.js";
import { field } from "../../src/authoring/field.js";
import { violation } from "../../src/authoring/violation.js";
import { compileRules } from "../../src/compile.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { CompiledRule } from "../../src/ir/compiled-rule.js";
import { packageRoot } from "../../src/package-root.js";
import type { RandomProgram } from "./random-program.js";

/** A random program as a rule: what Node runs, and what the compiler made of it. */
export interface RandomRule {
  readonly source: string;
  readonly rule: Rule;
  readonly compiled: CompiledRule;
}

export interface RandomRules {
  readonly rules: readonly RandomRule[];
  /** What the compiler said of programs that it did not take, but for TypeScript's own mistakes. */
  readonly refused: readonly { readonly source: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Compiles programs as the rules of a package in a folder of its own. Those with mistakes of TypeScript's are left out. */
export function compilePrograms(programs: readonly RandomProgram[]): RandomRules {
  const root = mkdtempSync(path.join(tmpdir(), "gatewright-random-"));
  try {
    mkdirSync(path.join(root, "node_modules"));
    symlinkSync(packageRoot(), path.join(root, "node_modules", "gatewright"), "dir");
    const sources = new Map(
      programs.map((program, index) => [`program-${index}`, sourceOf(program, `program-${index}`)]),
    );
    for (const [name, source] of sources) {
      mkdirSync(path.join(root, "rules", name), { recursive: true });
      writeFileSync(path.join(root, "rules", name, "rule.ts"), source);
    }
    return compileSources(root, sources);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function compileSources(root: string, sources: ReadonlyMap<string, string>): RandomRules {
  const first = compileRules({ root, rules: "rules" });
  const nameIn = ({ location }: Diagnostic): string => location?.file.split("/")[1] ?? "";
  const faulty = new Set(first.diagnostics.map(nameIn));
  const refused = [...faulty].flatMap((name) => {
    const diagnostics = first.diagnostics.filter((each) => nameIn(each) === name);
    if (process.env.SHOW_TS) console.log(name, JSON.stringify(diagnostics.map((d) => [d.code, d.message])));
    rmSync(path.join(root, "rules", name), { recursive: true });
    const isMistake = diagnostics.some(({ code }) => code === "typescript");
    return isMistake ? [] : [{ source: sources.get(name) ?? "", diagnostics }];
  });
  const { rules } = faulty.size === 0 ? first : compileRules({ root, rules: "rules" });
  const compiled = rules.map((rule) => {
    const source = sources.get(rule.metadata.name) ?? "";
    return { source, compiled: rule, rule: ruleIn(source) };
  });
  return { rules: compiled, refused };
}

function sourceOf({ check, helpers }: RandomProgram, name: string): string {
  return `import { defineRule, field, resource, violation } from "gatewright";

interface Thing {
  metadata?: { name?: string; labels?: Record<string, string> };
  spec?: Spec;
}
interface Spec {
  name: string; count: number; flag: boolean; names: string[]; label?: string; other?: string; size?: number;
  limit?: number; on?: boolean; tags?: string[]; items?: Item[];
  inner?: { name: string; label?: string; deep?: { value?: string; list?: string[] } };
}
interface Item {
  name: string; weight: number; kind?: "small" | "large"; note?: string; ready?: boolean; parts?: Part[]; tags?: string[];
}
interface Part { id: string; size?: number }
interface Parameters { word?: string; words?: string[]; limit?: number; strict?: boolean }

const text = { en: "x", ja: "x" };

export default defineRule<Parameters>()({
  name: "${name}", kind: "${name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}",
  on: [resource<Thing>("example.com/v1/Thing")],
  title: text, description: text, securityControl: text, severity: "Low", remediation: text,
  defaults: { words: ["a", "web"], limit: 2, strict: false },
  *check({ object: thing, parameters }) {
    const spec = thing.spec;
${check}
  },
});

${helpers}
`;
}

/** The rule as Node runs it: its types stripped, and handed what it imports. */
function ruleIn(source: string): Rule {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { default?: Rule } = {};
  const define = () => (rule: Rule) => rule;
  const gatewright = { defineRule: define, field, resource, violation };
  new Function("exports", "require", outputText)(exported, () => gatewright);
  if (exported.default === undefined) throw new Error("the program exports no rule");
  return exported.default;
}
