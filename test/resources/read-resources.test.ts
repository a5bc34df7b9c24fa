import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readResources, readText } from "../../src/resources/read-files.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-resources-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function read(...paths: string[]) {
  return readResources(paths, { cwd: folder, stdin: () => new TextEncoder().encode(pod("from-stdin")) });
}

function pod(name: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n`;
}

const namesOf = (reading: ReturnType<typeof read>) =>
  reading.resources.map(({ object, source }) => [
    source.file,
    source.number,
    JSON.parse(JSON.stringify(object)).metadata.name,
  ]);
const codesOf = (reading: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  reading.diagnostics.map(({ code }) => code);
const bytes = (text: string) => new TextEncoder().encode(text);

describe("readResources", () => {
  it("reads folders at any depth, sorted, and passes over other files", () => {
    write("b.yml", pod("b"));
    write("a/z.yaml", pod("z"));
    write("a/deep/c.json", JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "c" } }));
    write("a/readme.txt", "not a manifest");
    expect(namesOf(read("."))).toEqual([
      ["a/deep/c.json", 1, "c"],
      ["a/z.yaml", 1, "z"],
      ["b.yml", 1, "b"],
    ]);
  });

  it("follows no link to a folder, so that a circle ends", () => {
    write("a/one.yaml", pod("one"));
    symlinkSync(folder, join(folder, "a", "circle"));
    expect(namesOf(read("."))).toEqual([["a/one.yaml", 1, "one"]]);
  });

  it("reads standard input", () => {
    expect(namesOf(read("-"))).toEqual([["-", 1, "from-stdin"]]);
  });

  it("reads a named file whatever its extension", () => {
    write("pod.txt", pod("named"));
    expect(namesOf(read("pod.txt"))).toEqual([["pod.txt", 1, "named"]]);
  });

  it("says what does not exist, and reads the rest", () => {
    write("a.yaml", pod("a"));
    const reading = read("nowhere.yaml", "a.yaml");
    expect(namesOf(reading)).toEqual([["a.yaml", 1, "a"]]);
    expect(reading.diagnostics).toMatchObject([{ code: "file-not-found", message: "nowhere.yaml does not exist." }]);
  });

  it("says when there was nothing to read", () => {
    mkdirSync(join(folder, "empty"));
    write("comments.yaml", "# nothing\n---\n");
    expect(codesOf(read("empty"))).toEqual(["no-manifests"]);
    expect(codesOf(read("comments.yaml"))).toEqual(["no-manifests"]);
  });

  it("says when a file cannot be read", () => {
    mkdirSync(join(folder, "folder.yaml"));
    write("loop.yaml/x", "");
    symlinkSync("self", join(folder, "self"));
    expect(codesOf(read("self"))).toEqual(["file-unreadable"]);
  });

  it("warns of what claims to be no manifest in a folder, and refuses it when it is named", () => {
    write("f/values.yaml", "replicas: 3\n");
    write("f/list.yaml", "- 1\n");
    write("f/pod.yaml", pod("a"));
    const inFolder = read("f");
    expect(inFolder.resources).toHaveLength(1);
    expect(inFolder.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["not-a-manifest", "warning"],
      ["not-a-manifest", "warning"],
    ]);
    expect(codesOf(read("f/values.yaml", "f/list.yaml"))).toEqual(["object-without-type", "document-shape"]);
  });

  it("refuses what has only one of apiVersion and kind, in a folder too", () => {
    write("f/pod.yaml", "kind: Pod\n");
    expect(read("f").diagnostics).toMatchObject([
      { code: "object-without-type", severity: "error", help: "Add apiVersion." },
    ]);
  });
});

describe("documents", () => {
  it("keeps an error in its own document, with its line and column", () => {
    const text = `${pod("a")}---\nkind: [\n---  # the next\n${pod("c")}---\napiVersion: v1\nkind: Pod\nkind: Pod\n`;
    const reading = readText("many.yaml", bytes(text));
    expect(namesOf(reading)).toEqual([
      ["many.yaml", 1, "a"],
      ["many.yaml", 3, "c"],
    ]);
    expect(reading.diagnostics).toMatchObject([
      { code: "yaml-syntax", location: { file: "many.yaml", start: { line: 7 } } },
      { code: "yaml-duplicate-key", location: { start: { line: 15, column: 1 } } },
    ]);
  });

  it("stops where Kubernetes stops: at a separator with something behind it", () => {
    const reading = readText("a.yaml", bytes(`${pod("a")}--- !!map\n${pod("b")}`));
    expect(namesOf(reading)).toEqual([["a.yaml", 1, "a"]]);
    expect(reading.diagnostics).toMatchObject([
      { code: "yaml-syntax", location: { start: { line: 5, column: 1 } }, message: expect.stringContaining('"!!map"') },
    ]);
  });

  it("takes a List apart, at any depth, and types the items of a typed list", () => {
    const list = {
      apiVersion: "v1",
      kind: "List",
      items: [
        { apiVersion: "v1", kind: "Pod", metadata: { name: "a" } },
        { apiVersion: "v1", kind: "PodList", items: [{ metadata: { name: "b" } }] },
        { apiVersion: "apps/v1", kind: "DeploymentList", items: null },
        "no object",
      ],
    };
    const reading = readText("list.json", bytes(JSON.stringify(list, null, 2)));
    expect(reading.resources.map(({ object, path }) => [object.kind, object.apiVersion, path])).toEqual([
      ["Pod", "v1", ["items", 0]],
      ["Pod", "v1", ["items", 1, "items", 0]],
    ]);
    expect(reading.diagnostics).toMatchObject([
      { code: "document-shape", location: { start: { line: 28, column: 5 } } },
    ]);
  });

  it("takes an object with items for what it is when its kind is no list", () => {
    const reading = readText("a.yaml", bytes("apiVersion: v1\nkind: ConfigMap\nitems: [1]\n"));
    expect(reading.resources).toMatchObject([{ object: { kind: "ConfigMap", items: [1] }, path: [] }]);
  });

  it("reads what begins like JSON but is YAML", () => {
    const reading = readText("a.json", bytes("{apiVersion: v1, kind: Pod, metadata: {name: a}}\n"));
    expect(namesOf(reading)).toEqual([["a.json", 1, "a"]]);
  });

  it("says where JSON is broken", () => {
    const reading = readText("a.json", bytes('{\n  "kind": "Pod"\n  "apiVersion": "v1"\n}\n'));
    expect(reading.diagnostics).toMatchObject([{ code: "yaml-syntax", location: { start: { line: 3 } } }]);
  });
});

describe("bytes", () => {
  it("drops a byte order mark, and reads UTF-16", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(pod("sixteen"), "utf16le")]);
    expect(namesOf(readText("a.yaml", bytes(`\ufeff${pod("bom")}`)))).toEqual([["a.yaml", 1, "bom"]]);
    expect(namesOf(readText("b.yaml", utf16))).toEqual([["b.yaml", 1, "sixteen"]]);
  });

  it("takes CRLF for a line break, in literal blocks too", () => {
    const reading = readText("a.yaml", bytes(`${pod("crlf")}data: |\n  x\n  y\n`.replaceAll("\n", "\r\n")));
    expect(reading.resources).toMatchObject([{ object: { data: "x\ny\n" } }]);
  });

  it.each([
    ["invalid UTF-8", new Uint8Array([0x61, 0xff, 0xfe]), { line: 1, column: 1 }, "UTF-8"],
    ["a control character", bytes("a: b\nc: \u0000\n"), { line: 2, column: 4 }, "U+0000"],
  ])("refuses %s", (_, content, start, reason) => {
    const reading = readText("junk.yaml", content);
    expect(reading.diagnostics).toMatchObject([
      { code: "file-not-text", location: { start }, message: expect.stringContaining(reason) },
    ]);
  });
});

describe("hostile documents", () => {
  it("refuses an alias bomb without expanding it", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items = level === 0 ? '"lol"' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 9 }, () => items).join(", ")}]\n`;
    });
    expect(codesOf(readText("bomb.yaml", bytes(levels.join(""))))).toEqual(["yaml-aliases"]);
  });

  it("reads many aliases of something small", () => {
    const aliases = Array.from({ length: 3000 }, (_, index) => `  k${index}: *x\n`).join("");
    const reading = readText("a.yaml", bytes(`${pod("a")}x: &x {a: 1}\ny:\n${aliases}`));
    expect(reading.diagnostics).toEqual([]);
    expect(reading.resources).toHaveLength(1);
  });

  it.each([
    ["flow sequences", `a: ${"[".repeat(100_000)}`],
    ["flow mappings", `a: ${"{a: ".repeat(20_000)}`],
    ["block mappings", Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
    [
      "block mappings that the parser bears",
      Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
    ],
    ["JSON", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["JSON below a key", `{"a": ${"[".repeat(500)}1${"]".repeat(500)}}`],
  ])("refuses %s nested without end", (_, text) => {
    const reading = readText("deep.yaml", bytes(text));
    expect(reading.resources).toEqual([]);
    expect(reading.diagnostics).toMatchObject([{ code: "yaml-depth", location: { file: "deep.yaml" } }]);
  });

  it("reads what is nested deeper than any manifest", () => {
    const value = `${"[".repeat(400)}1${"]".repeat(400)}`;
    for (const text of [`{"apiVersion": "v1", "kind": "A", "a": ${value}}`, `apiVersion: v1\nkind: A\na: ${value}\n`]) {
      expect(readText("a.yaml", bytes(text)).resources).toHaveLength(1);
    }
  });

  it.each([
    ["JSON", '{"apiVersion": "v1", "kind": "Pod", "__proto__": {"admin": true}}'],
    ["YAML", "apiVersion: v1\nkind: Pod\n__proto__:\n  admin: true\n"],
  ])("takes __proto__ in %s for a key like any other", (_, text) => {
    const [resource] = readText("a.yaml", bytes(text)).resources;
    expect(Object.keys(resource?.object ?? {})).toEqual(["apiVersion", "kind", "__proto__"]);
    expect(resource?.object.admin).toBeUndefined();
    expect(Object.getPrototypeOf(resource?.object)).toBe(Object.prototype);
  });

  it("gives infinity a place", () => {
    expect(readText("a.yaml", bytes("kind: Pod\nx: {y: -.inf}\n")).diagnostics).toMatchObject([
      { code: "yaml-value", location: { start: { line: 2, column: 8 } } },
    ]);
  });
});
