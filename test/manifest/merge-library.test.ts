import { expect, it } from "vitest";
import { mergeLibrary } from "../../src/manifest/merge-library.js";

const head = "package lib.text";
const shorter =
  '# Drops the last.\nshorter(text) := substring(text, 0, count(text) - 1) if {\n\ttext != ""\n} else := ""';
const empty = 'default empty(_) := false\n\nempty(text) if text == ""';
const either = "either(a) if {\n\ta.one\n}\n\neither(a) if {\n\ta.two\n}";
const text = (...parts: readonly string[]) => `${[head, ...parts].join("\n\n")}\n`;

it("keeps a single text as it is", () => {
  expect(mergeLibrary("text", [text(shorter, empty, either)])).toBe(text(shorter, empty, either));
});

it("holds every rule once, in the order in which rules are met, clauses together", () => {
  expect(mergeLibrary("text", [text(either), text(shorter, either), text(empty, either)])).toBe(
    text(either, shorter, empty),
  );
});

it("throws when one rule has two texts, or the module two heads", () => {
  expect(() => mergeLibrary("text", [text(either), text("either(a) if a.three")])).toThrow("lib.text.either");
  expect(() => mergeLibrary("text", [text(either), "# Other.\npackage lib.text\n"])).toThrow("different heads");
});
