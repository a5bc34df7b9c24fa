import { expect, it } from "vitest";
import { cell, code, codeBlock, prose } from "../../src/manifest/markdown.js";

it("fences code with more backticks than it holds", () => {
  expect(codeBlock("ts", "a")).toBe("```ts\na\n```");
  expect(codeBlock("ts", "a\n\n")).toBe("```ts\na\n```");
  expect(codeBlock("md", "````\nb\n````\n")).toBe("`````md\n````\nb\n````\n`````");
  expect(code("a")).toBe("`a`");
  expect(code("`a`")).toBe("`` `a` ``");
  expect(code("a``b")).toBe("```a``b```");
  expect(code("two\nlines")).toBe("`two lines`");
});

it("shows what would be HTML, except in code", () => {
  expect(prose("Use <registry>\n or `<x>`, <y>")).toBe("Use &lt;registry> or `<x>`, &lt;y>");
});

it("keeps a bar inside its cell", () => {
  expect(cell("a | `b|c`")).toBe("a \\| `b\\|c`");
});
