import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readStamp, type StampSubject, takeInputs, writeStamp } from "../../src/build/stamp.js";
import { put, temporaryFolder } from "../write/output-folder.js";

let temporary: ReturnType<typeof temporaryFolder>;
let subject: StampSubject;
const stamp = { indexDigest: "sha256:0", diagnostics: [] };

beforeEach(() => {
  temporary = temporaryFolder();
  const { path } = temporary;
  process.env.GATEWRIGHT_CACHE = join(path, "cache");
  put(path, { "rules/a/rule.ts": "a", "rules/b/rule.ts": "b", "types.d.ts": "t" });
  subject = {
    request: [path, "rules"],
    folders: [join(path, "rules"), join(path, "assignments")],
    files: [join(path, "absent.json")],
  };
  remember();
});
afterEach(() => {
  delete process.env.GATEWRIGHT_CACHE;
  temporary.remove();
});

/** As a build does: inputs first, and at its end what the compiler read. */
const remember = (during: () => void = () => {}): void => {
  const inputs = takeInputs(subject);
  during();
  writeStamp(subject, inputs, [join(temporary.path, "types.d.ts"), join(temporary.path, "rules/a/rule.ts")], stamp);
};

it("is found again while nothing changes", () => {
  expect(readStamp(subject)).toEqual(stamp);
});

it.each<[string, (root: string) => void]>([
  ["a file of a folder", (root) => put(root, { "rules/b/rule.ts": "c" })],
  ["a new file in a folder", (root) => put(root, { "rules/b/cases/x.yaml": "" })],
  ["a file that is gone from a folder", (root) => rmSync(join(root, "rules/b/rule.ts"))],
  ["a renamed file", (root) => put(root, { "rules/c/rule.ts": "b" })],
  ["a folder that was absent", (root) => put(root, { "assignments/a.yaml": "" })],
  ["a file that the compiler read", (root) => put(root, { "types.d.ts": "u" })],
  ["a file that was absent", (root) => put(root, { "absent.json": "{}" })],
])("is not found after a change of %s", (_, change) => {
  change(temporary.path);
  expect(readStamp(subject)).toBeUndefined();
});

it("is not found when a file was saved while the build ran", () => {
  remember(() => put(temporary.path, { "rules/a/rule.ts": "saved" }));
  expect(readStamp(subject)).toBeUndefined();
});

it("is not found for another request", () => {
  expect(readStamp({ ...subject, request: [temporary.path, "src/rules"] })).toBeUndefined();
});

it.each(["", "{", "null", "[]", '{"format":1}', '{"format":0,"files":[]}'])(
  "is not found where %j lies in its place",
  (text) => {
    const folder = join(temporary.path, "cache/stamps");
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    remember();
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
    expect(readStamp(subject)).toBeUndefined();
  },
);

it("does without a cache folder that cannot be made", () => {
  put(temporary.path, { file: "" });
  process.env.GATEWRIGHT_CACHE = join(temporary.path, "file");
  expect(() => remember()).not.toThrow();
  expect(readStamp(subject)).toBeUndefined();
});
