import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf } from "../../src/manifest/artifact.js";
import { compareOutput, isIntact } from "../../src/write/compare-output.js";
import { realDisk } from "../../src/write/disk.js";
import { writeOutput } from "../../src/write/write-output.js";
import { artifactsOf, put, temporaryFolder, withIndex } from "./output-folder.js";

const files = { "a.txt": "one\ntwo\n", "b/c.txt": "c\n", "policy.wasm": "\0asm" };
let temporary: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  temporary = temporaryFolder();
  path = join(temporary.path, "generated");
  writeOutput({ path, name: "generated" }, artifactsOf(files));
});
afterEach(() => temporary.remove());

const drift = () =>
  compareOutput({ path, name: "generated" }, artifactsOf(files)).map(({ code, message }) => `${code}: ${message}`);
const intact = () => isIntact(path, digestOf(String(withIndex(files)["index.json"])));

it("finds no drift in what was just written", () => {
  expect(drift()).toEqual([]);
  expect(intact()).toBe(true);
});

describe("drift", () => {
  it.each<[string, () => void, string[]]>([
    [
      "a changed byte",
      () => put(path, { "a.txt": "one\ntwO\n" }),
      ["output-stale: generated/a.txt is stale: line 2 differs."],
    ],
    [
      "a lost end",
      () => put(path, { "a.txt": "one\ntwo" }),
      ["output-stale: generated/a.txt is stale: its end is missing."],
    ],
    [
      "lines added",
      () => put(path, { "b/c.txt": "c\n\n" }),
      ["output-stale: generated/b/c.txt is stale: line 3 differs."],
    ],
    [
      "Windows line ends",
      () => put(path, { "b/c.txt": "c\r\n" }),
      ["output-stale: generated/b/c.txt is stale: line 1 differs."],
    ],
    ["a lost file", () => realDisk.deleteFile(join(path, "a.txt")), ["output-missing: generated/a.txt is missing."]],
    [
      "a lost index",
      () => realDisk.deleteFile(join(path, "index.json")),
      ["output-missing: generated/index.json is missing."],
    ],
    [
      "a file too many",
      () => put(path, { "b/d.txt": "" }),
      ["output-extra: generated/b/d.txt is not part of the output."],
    ],
    [
      "an interrupted build",
      () => put(path, { ".gatewright-0123abcd/0": "" }),
      ["output-extra: generated/.gatewright-0123abcd is not part of the output."],
    ],
    ["no folder", () => realDisk.deleteTree(path), ["output-missing: generated is missing."]],
    [
      "a file in place of the folder",
      () => {
        realDisk.deleteTree(path);
        writeFileSync(path, "");
      },
      [
        "output-not-a-file: generated is a file where Gatewright writes a folder, so the output folder is left as it is.",
      ],
    ],
    [
      "a link in the place of a file",
      () => {
        realDisk.rename(join(path, "a.txt"), join(temporary.path, "a.txt"));
        symlinkSync(join(temporary.path, "a.txt"), join(path, "a.txt"));
      },
      ["output-stale: generated/a.txt is stale: it is no plain file."],
    ],
  ])("%s", (_, change, expected) => {
    change();
    expect(drift()).toEqual(expected);
    expect(intact()).toBe(false);
  });

  it("names every file, in order", () => {
    put(path, { "a.txt": "", "0.txt": "" });
    realDisk.deleteFile(join(path, "b/c.txt"));
    expect(drift().map((line) => line.split(" ")[1])).toEqual([
      "generated/0.txt",
      "generated/a.txt",
      "generated/b/c.txt",
    ]);
  });
});

it("does not trust an index that is not the expected one, though it fits its files", () => {
  writeOutput({ path, name: "generated" }, artifactsOf({ "a.txt": "other" }));
  expect(intact()).toBe(false);
});
