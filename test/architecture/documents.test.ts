import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const documents = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"],
  ...readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.posix.join("docs", name.split(path.sep).join("/"))),
];

/** Folders that a path in backticks may begin with; what a user's own project has (`rules/`, `cases/`) is not ours to check. */
const ours = /^(src|test|rego|opa|docs|templates|scripts|bench|samples|assignments|\.ci)\//;

test.each(documents)("every path that %s names exists", (document) => {
  const text = readFileSync(path.join(root, document), "utf8").replace(/```[\s\S]*?```/g, "");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target = ""]) =>
    path.posix.join(path.posix.dirname(document), target),
  );
  const named = [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, target = ""]) => target)
    .filter((target) => ours.test(target) && !/[<>*{}]/.test(target));
  expect([...links, ...named].filter((target) => !existsSync(path.join(root, target)))).toEqual([]);
});

test("the documents are there", () => {
  expect(documents).toEqual(expect.arrayContaining(["docs/language.md", "docs/fixtures.md", "docs/assignments.md"]));
});
