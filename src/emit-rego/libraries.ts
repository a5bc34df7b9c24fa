import type { RegoLibrary } from "../ir/compiled-rule.js";
import type { Literal, Module, Rule, Term } from "./ast.js";

/** The hand-written Rego of a library, by its name: the text of rego/<name>/<name>.rego. */
export type LibrarySource = (name: string) => string;

/** The libraries that a module imports, each cut down to the functions that are reached from it. */
export function embedLibraries(module: Module, source: LibrarySource): readonly RegoLibrary[] {
  const called = new Set(module.rules.flatMap(calledNames));
  const names = module.imports.map((path) => path.replace("data.lib.", ""));
  return names.map((name) => {
    const wanted = [...called].filter((call) => call.startsWith(`${name}.`)).map((call) => call.slice(name.length + 1));
    return { name, text: cutDown(source(name), wanted) };
  });
}

/** Our libraries are written so that this holds: top-level rules are apart by empty lines, comments stand on their rule. */
function cutDown(text: string, wanted: readonly string[]): string {
  const [head = "", ...blocks] = text.trimEnd().split(/\n\n(?=[^\s}])/);
  const nameOf = (block: string): string => /^(?:#.*\n)*(\w+)/.exec(block)?.[1] ?? "";
  const reached = new Set(wanted);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const block of blocks) {
      if (!reached.has(nameOf(block))) continue;
      for (const [, callee = ""] of block.matchAll(/(?<![\w.])(\w+)(?=\()/g)) {
        if (blocks.some((other) => nameOf(other) === callee)) reached.add(callee);
      }
    }
  }
  return `${[head, ...blocks.filter((block) => reached.has(nameOf(block)))].join("\n\n")}\n`;
}

function calledNames(rule: Rule): readonly string[] {
  const names: string[] = [];
  const term = (each: Term): void => {
    if (each.kind === "call") names.push(each.name);
    for (const child of termsOf(each)) term(child);
    if (each.kind === "arrayComprehension") each.body.forEach(literal);
  };
  const literal = (each: Literal): void => {
    if (each.kind === "not") return literal(each.literal);
    if (each.kind === "every") each.body.forEach(literal);
    for (const child of literalTerms(each)) term(child);
  };
  for (const clause of rule.clauses) {
    if (clause.value !== undefined) term(clause.value);
    clause.body.forEach(literal);
  }
  return names;
}

function termsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "scalar":
    case "var":
      return [];
    case "ref":
      return term.path;
    case "call":
      return term.arguments;
    case "array":
      return term.items;
    case "object":
      return term.members.map(([, value]) => value);
    case "arrayComprehension":
      return [term.head];
  }
}

function literalTerms(literal: Exclude<Literal, { kind: "not" }>): readonly Term[] {
  switch (literal.kind) {
    case "holds":
      return [literal.term];
    case "compare":
      return [literal.left, literal.right];
    case "member":
      return [literal.value, literal.collection];
    case "assign":
      return [literal.value];
    case "some":
    case "every":
      return [literal.source];
  }
}
