import { afterAll, expect, test } from "vitest";
import type { Json } from "../../src/ir/parameter-schema.js";
import { startOpa } from "../../src/opa/opa.js";
import { randomFrom } from "../rego/random.js";
import type { CaseInput } from "./case-files.js";
import { randomThing } from "./random-object.js";
import { randomProgram } from "./random-program.js";
import { compilePrograms } from "./random-rules.js";
import { runInNode } from "./run-in-node.js";
import { runOpa, runWasm } from "./run-rego.js";

const seed = Number(process.env.SEED ?? 1);
const programs = Number(process.env.PROGRAMS ?? 100);
const objects = Number(process.env.OBJECTS ?? 20);

const opa = startOpa({ eager: true, timeoutMs: 600_000 });
afterAll(() => opa.close());

const parameterSets: readonly CaseInput["parameters"][] = [
  undefined,
  {},
  { word: "web", words: ["b", "db"], limit: 3, strict: true },
  { word: "a", words: [], limit: 0, strict: null },
];

test(`random programs mean the same in Node, WASM and OPA (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  for (let warm = 0; warm < 20; warm += 1) random(2);
  const { rules, refused } = compilePrograms(Array.from({ length: programs }, () => randomProgram(random)));
  const unexpected = refused.filter(({ diagnostics }) => diagnostics.some(({ code }) => code !== "too-many-ways"));
  expect(unexpected).toEqual([]);
  expect(rules.length).toBeGreaterThan(programs / 2);
  const judged = rules.map(({ compiled, rule, source }) => {
    const inputs = Array.from({ length: objects }, (_, index) => {
      const isIll = index % 5 === 4;
      const object: Json = randomThing(random, isIll);
      return {
        name: isIll ? "ill-typed" : "",
        object,
        parameters: parameterSets[random(parameterSets.length)],
      } as CaseInput;
    });
    return { rule: compiled, inputs, node: rule, source };
  });
  if (process.env.DUMP)
    for (const { rule, source } of judged) {
      (await import("node:fs")).writeFileSync(`/tmp/hb/rnd/${rule.metadata.name}.rego`, rule.rego.module);
      (await import("node:fs")).writeFileSync(`/tmp/hb/rnd/${rule.metadata.name}.ts`, source);
    }
  const wasm = await runWasm(opa, judged);
  const reference = await runOpa(opa, judged);
  const disagreements = judged.flatMap(({ node, inputs, source, rule }, index) =>
    inputs.flatMap((input, at) => {
      const inNode = input.name === "" ? runInNode(node, [], input.object, input.parameters) : wasm[index]?.[at];
      const all = { node: inNode, wasm: wasm[index]?.[at], opa: reference[index]?.[at] };
      const texts = Object.values(all).map((found) => JSON.stringify(found, sortedKeys));
      return new Set(texts).size === 1 ? [] : [{ source, rego: rule.rego.module, input, ...all }];
    }),
  );
  if (process.env.SHOW)
    for (const each of disagreements.slice(0, 3))
      console.log(
        each.source,
        each.rego,
        JSON.stringify(each.input),
        JSON.stringify(each.node),
        "\n",
        JSON.stringify(each.wasm),
        "\n",
        JSON.stringify(each.opa),
      );
  console.log(rules.length, disagreements.length);
  expect(disagreements.slice(0, 1)).toEqual([]);
}, 600_000);

function sortedKeys(_: string, part: unknown): unknown {
  return typeof part === "object" && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    : part;
}
