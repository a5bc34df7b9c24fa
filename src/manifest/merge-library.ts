import { invariant } from "../ir/invariant.js";

/**
 * One module of what several templates embed of one library. Each template has only the rules that it needs, so texts
 * differ; in one policy each rule of the library must stand once. Rules come in the order in which they are first met.
 * Our libraries are printed so that they can be taken apart: an empty line between clauses, none inside one.
 */
export function mergeLibrary(name: string, texts: readonly string[]): string {
  const heads = new Set<string>();
  const rules = new Map<string, string>();
  for (const text of texts) {
    const [head = "", ...clauses] = text.trimEnd().split(/\n\n(?=[^\s}])/);
    heads.add(head);
    for (const [rule, body] of clausesByRule(clauses)) {
      invariant((rules.get(rule) ?? body) === body, `two templates embed different texts of lib.${name}.${rule}`);
      rules.set(rule, body);
    }
  }
  invariant(heads.size === 1, `two templates embed the library ${name} with different heads`);
  return `${[...heads, ...rules.values()].join("\n\n")}\n`;
}

/** A rule may have several clauses; they stay together, in their order. */
function clausesByRule(clauses: readonly string[]): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const clause of clauses) {
    const rule = /^(?:#.*\n)*(?:default )?(\w+)/.exec(clause)?.[1] ?? clause;
    const known = rules.get(rule);
    rules.set(rule, known === undefined ? clause : `${known}\n\n${clause}`);
  }
  return rules;
}
