import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ts } from "ts-morph";
import { checkRules } from "./check/check-rules.js";
import { type Diagnostic, diagnose, hasErrors } from "./diagnostics/diagnostic.js";
import { emitRego } from "./emit-rego/emit.js";
import type { CompiledRule } from "./ir/compiled-rule.js";
import { lower } from "./lower/lower.js";
import { packageRoot } from "./package-root.js";
import { findRules } from "./read/find-rules.js";
import { relativePath } from "./read/location.js";
import { createProgram, type RuleProgram } from "./read/program.js";
import { readRule } from "./read/read-rule.js";
import type { RuleSource } from "./read/rule-source.js";
import { typescriptDiagnostics } from "./read/typescript-diagnostics.js";
import { parameterSchema } from "./schema/schema.js";

export interface Project {
  /** Absolute. */
  readonly root: string;
  /** The folder of the rules, relative to the root. */
  readonly rules: string;
}

export interface Compilation {
  /** Sorted by name. Empty when there are errors: half a rule set is of no use. */
  readonly rules: readonly CompiledRule[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of all files that the outcome depends on. */
  readonly inputs: readonly string[];
}

/** TypeScript rules to Rego, stage by stage. Every stage reports all that it finds; a rule with errors is not emitted. */
export function compileRules(project: Project): Compilation {
  const files = findRules(project.root, project.rules);
  if (files.length === 0) {
    return { rules: [], diagnostics: [diagnose("rule-none-found", { folder: project.rules })], inputs: [] };
  }
  const program = createProgram(project.root, files);
  const typescript = typescriptDiagnostics(program);
  const sources = files.map((file) => program.program.getSourceFile(file)).filter((file) => file !== undefined);
  const read = sources.map((file) => readRule(file, program));
  const found = read.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const compiled = found.map((source) => compileRule(source, program));
  const diagnostics = [
    ...typescript,
    ...read.flatMap((rule) => rule.diagnostics),
    ...checkRules(found),
    ...compiled.flatMap((rule) => rule.diagnostics),
  ];
  const rules = hasErrors(diagnostics) ? [] : compiled.map(({ rule }) => rule);
  return { rules: [...rules].sort(byName), diagnostics: unique(diagnostics), inputs: inputsOf(program) };
}

interface RuleOutcome {
  readonly rule: CompiledRule;
  readonly diagnostics: readonly Diagnostic[];
}

function compileRule(source: RuleSource, program: RuleProgram): RuleOutcome {
  const { schema, diagnostics: schemaFaults } = parameterSchema(source, program);
  const { ir, diagnostics: languageFaults } = lower(source, schema, program);
  const diagnostics = [...schemaFaults, ...languageFaults];
  const nothing = { package: "", module: "", libraries: [] };
  const rego = hasErrors(diagnostics) ? nothing : emitRego(ir, libraryText);
  const rule: CompiledRule = {
    metadata: source.metadata,
    parameters: schema,
    source: { file: source.path, text: source.file.text, digest: digestOf(source, program) },
    rego,
  };
  return { rule, diagnostics };
}

const libraryFolder = path.join(packageRoot(), "rego");

function libraryText(name: string): string {
  return readFileSync(path.join(libraryFolder, name, `${name}.rego`), "utf8");
}

/** Over the rule's module and what it imports of its own package: names and texts, whatever the checkout's path. */
function digestOf(source: RuleSource, program: RuleProgram): string {
  const hash = createHash("sha256");
  for (const file of [...ownImports(source.file, program)].sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
    hash.update(`${relativePath(file.fileName, program.root)}\0${file.text.replaceAll("\r\n", "\n")}\0`);
  }
  return `sha256:${hash.digest("hex")}`;
}

function ownImports(
  file: ts.SourceFile,
  program: RuleProgram,
  seen = new Set<ts.SourceFile>(),
): ReadonlySet<ts.SourceFile> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const statement of file.statements) {
    const specifier = "moduleSpecifier" in statement ? statement.moduleSpecifier : undefined;
    const symbol =
      specifier === undefined ? undefined : program.checker.getSymbolAtLocation(specifier as ts.Expression);
    const target = symbol?.valueDeclaration?.getSourceFile();
    if (target !== undefined && program.isOwn(target)) ownImports(target, program, seen);
  }
  return seen;
}

/** Files of the TypeScript library live inside ts-morph and have no place on disk. */
function inputsOf(program: RuleProgram): readonly string[] {
  const names = program.program.getSourceFiles().map((file) => file.fileName);
  return names.filter((name) => existsSync(name)).sort();
}

function byName(left: CompiledRule, right: CompiledRule): number {
  return left.metadata.name < right.metadata.name ? -1 : 1;
}

/** A helper that several rules share is lowered, and found at fault, once for each. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic] as const));
  return [...seen.values()];
}
