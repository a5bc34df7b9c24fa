import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBlockYaml } from "../../src/resources/block-yaml.js";
import { readCompleteYaml } from "../../src/resources/complete-yaml.js";

interface CorpusEntry {
  readonly yaml: string;
  readonly value?: unknown;
  /** What the library says; only that it refuses the document is compared. */
  readonly error?: string;
}

/**
 * Documents with what sigs.k8s.io/yaml 1.6.0 makes of them (the version that Kubernetes 1.36 and Gatekeeper 3.23 link):
 * YAMLToJSONStrict, and YAMLToJSON where merge keys meet other keys, since the strict form refuses those.
 */
const corpus = JSON.parse(readFileSync("test/cases/resources/yaml.json", "utf8")) as readonly CorpusEntry[];

const read = (yaml: string) => readCompleteYaml({ file: "corpus.yaml", number: 1, text: yaml, line: 1 });

describe("YAML as sigs.k8s.io/yaml reads it", () => {
  it.each(corpus.filter(({ error }) => error === undefined))("reads $yaml", ({ yaml, value }) => {
    expect(read(yaml)).toEqual({ value });
  });

  it.each(corpus.filter(({ error }) => error !== undefined))("refuses $yaml", ({ yaml }) => {
    expect(read(yaml)).toMatchObject({ severity: "error", location: { file: "corpus.yaml" } });
  });

  it("holds enough of both kinds to mean something", () => {
    const refused = corpus.filter(({ error }) => error !== undefined).length;
    expect(refused).toBeGreaterThan(40);
    expect(corpus.length - refused).toBeGreaterThan(500);
  });
});

describe("the reader of block YAML", () => {
  const taken = corpus.flatMap(({ yaml, value, error }) => {
    const block = readBlockYaml(yaml);
    return block === undefined ? [] : [{ yaml, block, value, error }];
  });

  it.each(taken)("reads $yaml as the library does, since it takes it on", ({ block, value, error }) => {
    expect(error).toBeUndefined();
    expect(block).toEqual({ value });
  });

  it("takes on the greater part of what can be read", () => {
    expect(taken.length).toBeGreaterThan(250);
  });

  it.each([
    ["an anchor", "a: &x 1\n"],
    ["an alias", "a: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["folded text", "a: >\n  b\n"],
    ["text on two lines", "a: b\n  c\n"],
    ["a merge key", "<<: {a: 1}\n"],
    ["a duplicate key", "a: 1\na: 2\n"],
    ["a key that is no string", "yes: 1\n"],
    ["a tab", "a:\t1\n"],
    ["a prototype", "__proto__: 1\n"],
    ["infinity", "a: .inf\n"],
    ["a line separator", "a: b\u2028c\n"],
    ["a block that the file cuts off", "a: |\n  b"],
    ["an explicit indentation", "a: |2\n    b\n"],
    ["deep nesting", `${Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}`],
  ])("leaves %s to the complete reader", (_, yaml) => {
    expect(readBlockYaml(yaml)).toBeUndefined();
  });
});
