import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../src/write/disk.js";
import { writeOutput } from "../../src/write/write-output.js";
import { artifactsOf, contentOf, type Files, modified, put, temporaryFolder, withIndex } from "./output-folder.js";

let temporary: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  temporary = temporaryFolder();
  path = join(temporary.path, "generated");
});
afterEach(() => temporary.remove());

const write = (files: Files, disk?: Disk) => writeOutput({ path, name: "generated" }, artifactsOf(files), disk);
const codes = (outcome: ReturnType<typeof write>) => outcome.diagnostics.map(({ code }) => code);

const old: Files = {
  "a.txt": "old",
  "same.txt": "same",
  "rules/x/template.yaml": "x",
  "rules/y/template.yaml": "y",
  swap: "was a file",
};
const next: Files = {
  "a.txt": "new",
  "same.txt": "same",
  "rules/x/template.yaml": "x2",
  "rules/x/suite.yaml": "s",
  "swap/in": "it",
  "b/c/d.txt": "d",
};

describe("what is ours", () => {
  it("is written into a folder that does not exist, or is empty", () => {
    expect(write(old).written).toHaveLength(6);
    expect(contentOf(path)).toEqual(withIndex(old));
  });

  it("is replaced where it changed and deleted where it is gone, with folders that are empty then", () => {
    write(old);
    const outcome = write(next);
    expect(contentOf(path)).toEqual(withIndex(next));
    expect([...outcome.written].sort()).toEqual([
      "a.txt",
      "b/c/d.txt",
      "index.json",
      "rules/x/suite.yaml",
      "rules/x/template.yaml",
      "swap/in",
    ]);
    expect(outcome.deleted).toEqual(["rules/y/template.yaml", "swap"]);
    write(old);
    expect(contentOf(path)).toEqual(withIndex(old));
  });

  it("is not touched where it is right already", () => {
    write(old);
    const before = new Date(2001, 1, 1);
    for (const file of ["same.txt", "index.json"]) utimesSync(join(path, file), before, before);
    expect(write({ ...old }).written).toEqual([]);
    expect(modified(path, "index.json")).toBe(before.getTime());
    write(next);
    expect(modified(path, "same.txt")).toBe(before.getTime());
    expect(modified(path, "index.json")).not.toBe(before.getTime());
  });

  it("is put right when somebody edited or deleted it", () => {
    write(old);
    put(path, { "a.txt": "edited" });
    realDisk.deleteFile(join(path, "same.txt"));
    expect([...write(old).written].sort()).toEqual(["a.txt", "same.txt"]);
    expect(contentOf(path)).toEqual(withIndex(old));
  });
});

describe("what is not ours", () => {
  it("stops the build, is named, and nothing is touched", () => {
    write(old);
    put(path, { "notes.txt": "mine", "rules/x/extra.yaml": "mine too" });
    const before = contentOf(path);
    const outcome = write(next);
    expect(outcome.diagnostics.map(({ message }) => message)).toEqual([
      "generated/notes.txt was not made by Gatewright, so the output folder is left as it is.",
      "generated/rules/x/extra.yaml was not made by Gatewright, so the output folder is left as it is.",
    ]);
    expect(contentOf(path)).toEqual(before);
  });

  it("stops the build also where it has the name of a new file", () => {
    write(old);
    put(path, { "b/c/d.txt": "mine" });
    expect(codes(write(next))).toEqual(["output-foreign-file"]);
  });

  it("is counted where it is much", () => {
    put(path, Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`f${index}`, ""])));
    const outcome = write(old);
    expect(codes(outcome)).toEqual([...Array(10).fill("output-foreign-file"), "output-foreign-files"]);
    expect(outcome.diagnostics.at(-1)?.message).toContain("15 more files");
  });

  it("may be what an operating system leaves behind", () => {
    put(path, { ".DS_Store": "" });
    expect(codes(write(old))).toEqual([]);
    expect(existsSync(join(path, ".DS_Store"))).toBe(true);
  });

  it.each([
    ["not JSON", "<<<<<<< HEAD\n", "it is not JSON"],
    ["of something else", '{"name":"web"}', "no format version"],
    ["of a later format", '{"formatVersion":2}', "its format version is 2"],
    ["without files", '{"formatVersion":1}', "does not list files"],
    ["with half an entry", '{"formatVersion":1,"files":[{"path":"a"}]}', "does not list files"],
    [
      "that leads out",
      '{"formatVersion":1,"files":[{"path":"../../victim","digest":"sha256:0"}]}',
      "no path inside the folder",
    ],
    [
      "with an absolute path",
      '{"formatVersion":1,"files":[{"path":"/victim","digest":"sha256:0"}]}',
      "no path inside the folder",
    ],
    [
      "with a Windows path",
      '{"formatVersion":1,"files":[{"path":"..\\\\victim","digest":"sha256:0"}]}',
      "no path inside the folder",
    ],
  ])("is everything, when the index is %s", (_, index, problem) => {
    write(old);
    put(path, { "index.json": index });
    put(temporary.path, { victim: "alive" });
    const before = contentOf(path);
    const outcome = write(next);
    expect(outcome.diagnostics).toMatchObject([
      { code: "output-index-invalid", message: expect.stringContaining(problem) },
    ]);
    expect(contentOf(path)).toEqual(before);
    expect(readFileSync(join(temporary.path, "victim"), "utf8")).toBe("alive");
  });
});

describe("links and other obstacles", () => {
  it("refuses a symbolic link to a folder: writing through it would leave the output folder", () => {
    write(old);
    const outside = join(temporary.path, "outside");
    mkdirSync(outside);
    symlinkSync(outside, join(path, "b"));
    expect(write(next).diagnostics).toMatchObject([
      { code: "output-not-a-file", message: expect.stringContaining("generated/b") },
    ]);
    expect(contentOf(outside)).toEqual({});
  });

  it("refuses a symbolic link in the place of a file", () => {
    write(old);
    put(temporary.path, { victim: "alive" });
    realDisk.deleteFile(join(path, "a.txt"));
    symlinkSync(join(temporary.path, "victim"), join(path, "a.txt"));
    expect(codes(write(next))).toEqual(["output-not-a-file"]);
    expect(readFileSync(join(temporary.path, "victim"), "utf8")).toBe("alive");
  });

  it("follows the output folder itself when it is a link to one", () => {
    mkdirSync(join(temporary.path, "real"));
    symlinkSync(join(temporary.path, "real"), path);
    expect(codes(write(old))).toEqual([]);
    expect(contentOf(join(temporary.path, "real"))).toEqual(withIndex(old));
  });

  it("refuses an output folder that is a file", () => {
    writeFileSync(path, "");
    expect(codes(write(old))).toEqual(["output-not-a-file"]);
  });

  it("throws for artifacts that no build may make", () => {
    const index = artifactsOf({});
    const folder = { path, name: "generated" };
    expect(() => writeOutput(folder, [{ path: "../x", content: "" }, ...index])).toThrow("../x");
    expect(() => writeOutput(folder, [{ path: "x", content: "" }, { path: "x", content: "" }, ...index])).toThrow(
      "two artifacts",
    );
    expect(() => writeOutput(folder, [...index, { path: "x", content: "" }])).toThrow("not the last");
  });
});

/** A disk on which the step with this number fails, once or, as when the process dies, with all that follow. */
function failingDisk(step: number, dies: boolean): { readonly disk: Disk; readonly failed: () => boolean } {
  let steps = 0;
  const guard =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      steps += 1;
      if (steps === step || (dies && steps > step)) {
        throw Object.assign(new Error("ENOSPC: no space left on device, write '/x'"), { code: "ENOSPC" });
      }
      act(...args);
    };
  const disk: Disk = {
    makeFolder: guard(realDisk.makeFolder),
    writeFile: guard(realDisk.writeFile),
    rename: guard(realDisk.rename),
    deleteFile: guard(realDisk.deleteFile),
    deleteFolder: guard(realDisk.deleteFolder),
    deleteTree: guard(realDisk.deleteTree),
  };
  return { disk, failed: () => steps >= step };
}

describe("a build that fails", () => {
  const attempts = (
    dies: boolean,
    check: (outcome: ReturnType<typeof write> | undefined, before: unknown) => void,
  ): number => {
    for (let step = 1; ; step++) {
      realDisk.deleteTree(path);
      write(old);
      const before = contentOf(path);
      const { disk, failed } = failingDisk(step, dies);
      let outcome: ReturnType<typeof write> | undefined;
      try {
        outcome = write(next, disk);
      } catch {
        // The clean-up failed too, as it does when a process dies.
      }
      if (!failed()) return step - 1;
      check(outcome, before);
    }
  };

  it("at one step says so, leaves the old output or a folder that the next build mends", () => {
    const steps = attempts(false, (outcome, before) => {
      expect(outcome?.diagnostics).toMatchObject([
        { code: "output-write", message: "generated cannot be written: no space left on device." },
      ]);
      if (outcome?.diagnostics[0]?.help === "Nothing was changed.") expect(contentOf(path)).toEqual(before);
      expect(codes(write(next))).toEqual([]);
      expect(contentOf(path)).toEqual(withIndex(next));
    });
    expect(steps).toBeGreaterThan(20);
  });

  it("by dying at any step leaves nothing that the next build trips over", () => {
    const steps = attempts(true, () => {
      expect(codes(write(next))).toEqual([]);
      expect(contentOf(path)).toEqual(withIndex(next));
    });
    expect(steps).toBeGreaterThan(20);
  });

  it("by dying again and again, even going back and forth, still does not", () => {
    for (let step = 1; step <= 25; step++) {
      realDisk.deleteTree(path);
      write(old);
      for (const [files, at] of [
        [next, step],
        [{ "z.txt": "z" }, step + 2],
        [next, step + 4],
      ] as const) {
        try {
          write(files, failingDisk(at, true).disk);
        } catch {
          // As above.
        }
      }
      expect(codes(write(old))).toEqual([]);
      expect(contentOf(path)).toEqual(withIndex(old));
    }
  });
});
