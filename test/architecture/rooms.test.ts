import { expect, test } from "vitest";
import { importsOf, roomOf, sourceFiles } from "./imports.js";
import { keepers, rooms } from "./rooms.js";

const files = sourceFiles();
const imports = files.flatMap(importsOf);

test("every folder of src is a room with rules", () => {
  const found = new Set(files.map(roomOf).filter((room) => room !== undefined));
  expect([...found].sort()).toEqual(
    Object.keys(rooms)
      .filter((room) => found.has(room))
      .sort(),
  );
  expect(found.size).toBeGreaterThan(15);
});

test.each(Object.entries(rooms))("%s imports only what its rules allow", (name, room) => {
  const wrong = imports
    .filter((each) => roomOf(each.from) === name)
    .filter((each) => {
      if (!each.isFile) return !room.packages.includes(each.to);
      const target = roomOf(each.to);
      return target !== undefined && target !== name && !room.rooms.includes(target);
    })
    .map((each) => `${each.from} imports ${each.to}, but ${room.why}`);
  expect(wrong).toEqual([]);
});

test.each(Object.entries(keepers))("%s is loaded by its keepers alone", (name, allowed) => {
  const wrong = imports.filter((each) => each.to === name).filter((each) => !allowed.includes(roomOf(each.from) ?? ""));
  // src/compile.ts hands syntax trees from one stage to the next, and names their type.
  expect(wrong.map((each) => each.from).filter((file) => file !== "src/compile.ts")).toEqual([]);
});

test("no file imports itself, directly or through others", () => {
  const edges = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((each) => each.isFile)
        .map((each) => each.to),
    ]),
  );
  expect(findCycle(edges)).toEqual([]);
});

/** The files of one cycle, in order; empty when there is none. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, open: readonly string[]): readonly string[] => {
    if (open.includes(file)) return [...open.slice(open.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...open, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
