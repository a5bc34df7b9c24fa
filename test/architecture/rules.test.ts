import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const rules = readdirSync(path.join(root, "src/rules"));
const readme = readFileSync(path.join(root, "README.md"), "utf8");

test("there are rules", () => {
  expect(rules.length).toBeGreaterThanOrEqual(7);
});

test.each(rules)("%s has a definition, fixtures, a page, generated output and a line in the README", (rule) => {
  const wanted = [
    `src/rules/${rule}/rule.ts`,
    ...["README.md", "template.yaml", "suite.yaml"].map((file) => `generated/rules/${rule}/${file}`),
    ...["templates", "constraints"].map((folder) => `generated/assignments/asc-default/${folder}/${rule}.yaml`),
  ];
  expect(wanted.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  expect(readdirSync(path.join(root, "src/rules", rule, "cases")).filter((file) => file.endsWith(".yaml"))).not.toEqual(
    [],
  );
  expect(readme).toContain(`(generated/rules/${rule}/README.md)`);
});
