import type { Position } from "../diagnostics/diagnostic.js";

/** Something in a module's text that Gatekeeper does not allow, with its place. */
export interface RegoProblem {
  readonly reason: string;
  readonly at: Position;
}

/**
 * The parts of a module's package path: ["lib", "containers"]; undefined when the text does not begin with a package.
 */
export function packageOf(module: string): readonly string[] | undefined {
  const blank = blankLiterals(module);
  const match = /^\s*package\s+([A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*|\[" *"\])*)/.exec(blank);
  const path = match?.[1];
  if (match === null || path === undefined) return undefined;
  const start = match[0].length - path.length;
  const parts = module.slice(start, start + path.length).match(/[A-Za-z_]\w*|\["[^"]*"\]/g) ?? [];
  return parts.map((part) => (part.startsWith("[") ? part.slice(2, -2) : part));
}

/** A package's path as an entry point names it: "lib/containers". */
export function packagePath(parts: readonly string[]): string {
  return parts.join("/");
}

/** A package as Rego refers to it: data.lib["kebab-case"]. */
export function packageReference(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const isName = /^[A-Za-z_]\w*$/.test(part);
    return isName ? `${text}.${part}` : `${text}[${JSON.stringify(part)}]`;
  }, "data");
}

/**
 * What Gatekeeper's rewriter refuses in a module (frameworks/constraint/pkg/regorewriter): imports other than of
 * data.lib and future, and references to data other than data.lib and data.inventory. OPA alone would compile them, to
 * nothing.
 */
export function forbiddenReferences(module: string): readonly RegoProblem[] {
  const blank = blankLiterals(module);
  return [...importProblems(blank, module), ...referenceProblems(blank, module)];
}

function importProblems(blank: string, module: string): RegoProblem[] {
  const imports = [...blank.matchAll(/^[ \t]*import[ \t]+([\w.]+)/gm)];
  const problems = imports.map((match): RegoProblem | undefined => {
    const path = match[1] ?? "";
    if (/^(?:data\.lib(?:\.|$)|future(?:\.|$))/.test(path)) return undefined;
    const reason = /^input(?:\.|$)/.test(path)
      ? `a template cannot import input (${path})`
      : `a template cannot import ${path}, only data.lib and future.keywords`;
    return { reason, at: positionIn(module, match.index + match[0].length - path.length) };
  });
  return problems.filter((problem) => problem !== undefined);
}

const dataReference = /(?<![\w.])data\b(?:\s*\.\s*([A-Za-z_]\w*)|\["( *)"\])?/g;

function referenceProblems(blank: string, module: string): RegoProblem[] {
  const withoutImports = blank.replace(/^[ \t]*import[ \t].*$/gm, (line) => " ".repeat(line.length));
  const problems = [...withoutImports.matchAll(dataReference)].map((match): RegoProblem | undefined => {
    const text = module.slice(match.index, match.index + match[0].length);
    const root = match[1] ?? /\["([^"]*)"\]/.exec(text)?.[1] ?? "";
    if (root === "lib" || root === "inventory") return undefined;
    const reason = `a template cannot refer to ${text}, only to data.lib and data.inventory`;
    return { reason, at: positionIn(module, match.index) };
  });
  return problems.filter((problem) => problem !== undefined);
}

/** The module with the contents of strings and comments made blank; every offset stays what it was. */
function blankLiterals(module: string): string {
  return module.replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|#.*/g, (literal) => {
    const open = literal.startsWith("#") ? "" : literal.charAt(0);
    const inner = literal.slice(open.length, literal.length - open.length).replace(/[^\n]/g, " ");
    return `${open}${inner}${open}`;
  });
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
