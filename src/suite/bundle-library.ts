/**
 * The module that the build makes of what several templates embed of one library: each has only the rules that it
 * needs, and in policy.wasm each rule stands once, in the order in which it is first met. undefined when the texts are
 * at odds, which those of one build never are. (The build's own is manifest/merge-library.ts; a test compares the two.)
 */
export function bundleLibrary(texts: readonly string[]): string | undefined {
  const rules = new Map<string, string>();
  const heads = new Set<string>();
  for (const text of texts) {
    const [head = "", ...clauses] = text.trimEnd().split(/\n\n(?=[^\s}])/);
    heads.add(head);
    for (const [rule, body] of rulesOf(clauses)) {
      if ((rules.get(rule) ?? body) !== body) return undefined;
      rules.set(rule, body);
    }
  }
  return heads.size === 1 ? `${[...heads, ...rules.values()].join("\n\n")}\n` : undefined;
}

/** The clauses of one rule stay together. */
function rulesOf(clauses: readonly string[]): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const clause of clauses) {
    const name = /^(?:#.*\n)*(?:default )?(\w+)/.exec(clause)?.[1] ?? clause;
    const before = rules.get(name);
    rules.set(name, before === undefined ? clause : `${before}\n\n${clause}`);
  }
  return rules;
}
