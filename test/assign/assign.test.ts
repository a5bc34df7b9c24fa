import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assign, type RegexCheck } from "../../src/assign/assign.js";
import { regexIsLegal, rules } from "./rules.js";

const head = "apiVersion: gatewright.dev/v1alpha1\nkind: Assignment\n";

function named(name: string, spec: string): { file: string; text: string } {
  return { file: `assignments/${name}.yaml`, text: `${head}metadata: { name: ${name} }\nspec: ${spec}\n` };
}

describe("assign", () => {
  it("asks RE2 once, for each distinct pattern of all files, and not at all without one", async () => {
    const asked: (readonly string[])[] = [];
    const check: RegexCheck = async (patterns) => {
      asked.push(patterns);
      return patterns.map(() => undefined);
    };
    await assign([named("a", "{ effect: audit }")], rules, check);
    expect(asked).toEqual([]);
    const one = "{ effect: audit, rules: { labels: { parameters: { expected: { a: ^a, b: ^b, c: ^a } } } } }";
    await assign([named("a", one), named("b", one)], rules, check);
    expect(asked).toEqual([["^a", "^b"]]);
  });

  it("resolves the same whatever the order of files and rules, and sorts by name", async () => {
    const texts = [named("b", "{ effect: deny, rules: {} }"), named("a", "{ effect: audit }")];
    const free = rules.filter(({ parameters }) => parameters.root.required.length === 0);
    const there = await assign(texts, free, regexIsLegal);
    const back = await assign([...texts].reverse(), [...free].reverse(), regexIsLegal);
    expect(there.diagnostics).toEqual([]);
    expect(there.assignments.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(there.assignments[0]?.constraints.map(({ rule }) => rule)).toEqual(
      free.map(({ metadata }) => metadata.name).sort(),
    );
    expect(back).toEqual(there);
  });

  it("reports files in the order given, and keeps the sound ones", async () => {
    const texts = [named("b", "{}"), named("a", "{ effect: audit }"), named("c", "[]")];
    const { assignments, diagnostics } = await assign(texts, rules, regexIsLegal);
    expect(diagnostics.map(({ location }) => location?.file)).toEqual(["assignments/b.yaml", "assignments/c.yaml"]);
    expect(assignments.map(({ name }) => name)).toEqual(["a"]);
  });

  it("reads CRLF and a byte order mark, with right positions", async () => {
    const { file, text } = named("a", "\n  effect: audit\n  efect: audit");
    const { diagnostics } = await assign(
      [{ file, text: `\uFEFF${text.replaceAll("\n", "\r\n")}` }],
      rules,
      regexIsLegal,
    );
    expect(diagnostics).toMatchObject([
      { code: "assignment-unknown-key", location: { start: { line: 6, column: 3 }, end: { line: 6, column: 8 } } },
    ]);
  });

  it("has constraints of no rule when there are none", async () => {
    const { assignments, diagnostics } = await assign([named("a", "{ effect: deny }")], [], regexIsLegal);
    expect(diagnostics).toEqual([]);
    expect(assignments).toEqual([
      { name: "a", file: "assignments/a.yaml", constraints: [], disabled: [], notConfigured: [] },
    ]);
  });

  it("limits names by the longest rule, so that no constraint exceeds what Gatekeeper admits", async () => {
    const longest = Math.max(...rules.map(({ metadata }) => metadata.name.length));
    const fits = "a".repeat(63 - 1 - longest);
    const { assignments } = await assign([named(fits, "{ effect: audit }")], rules, regexIsLegal);
    expect(Math.max(...(assignments[0]?.constraints.map(({ name }) => name.length) ?? []))).toBe(63);
    const { diagnostics } = await assign([named(`${fits}a`, "{ effect: audit }")], rules, regexIsLegal);
    expect(diagnostics.map(({ code }) => code)).toEqual(["assignment-name-too-long"]);
  });
});

describe("the shipped assignment", () => {
  const file = "assignments/asc-default.yaml";
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

  it("audits everything, and waits for registries and ports", async () => {
    const { assignments, diagnostics } = await assign([{ file, text }], rules, regexIsLegal);
    expect(diagnostics).toEqual([]);
    expect(assignments[0]).toMatchObject({
      name: "asc-default",
      disabled: [],
      notConfigured: [
        { rule: "container-allowed-images", missing: ["allowedContainerImagesRegex"] },
        { rule: "service-allowed-ports", missing: ["allowedServicePortsList"] },
      ],
    });
    const actions = assignments[0]?.constraints.map(({ enforcementAction }) => enforcementAction);
    expect(new Set(actions)).toEqual(new Set(["dryrun"]));
  });

  it("has comments that work once they are uncommented", async () => {
    const uncommented = text.replace(/^ {4}# ((?:[a-z-]+:| {2}.*:.*))$/gm, "    $1");
    const { assignments, diagnostics } = await assign([{ file, text: uncommented }], rules, regexIsLegal);
    expect(diagnostics).toEqual([]);
    expect(assignments[0]?.notConfigured).toEqual([]);
    const privilege = assignments[0]?.constraints.find(({ rule }) => rule === "container-no-privilege");
    expect(privilege).toMatchObject({ enforcementAction: "deny" });
    expect(privilege?.excludedNamespaces.at(-1)).toBe("vendor-*");
  });
});
