import type { RegoLibrary } from "../ir/compiled-rule.js";
import type { Module } from "./ast.js";
import { termsInRule } from "./walk.js";

/** The hand-written Rego of a library, by its name: the text of rego/<name>/<name>.rego. */
export type LibrarySource = (name: string) => string;

/** The libraries that a module imports, each cut down to the functions that are reached from it. */
export function embedLibraries(module: Module, source: LibrarySource): readonly RegoLibrary[] {
  const terms = module.rules.flatMap((rule) => [...termsInRule(rule)]);
  const called = new Set(terms.flatMap((term) => (term.kind === "call" ? [term.name] : [])));
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
