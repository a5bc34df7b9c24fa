import { field } from "../../../src/authoring/field.js";
import { notePaths } from "../../../src/authoring/paths.js";
import { type Agreement, anything, type Json, ofEachType, product } from "../agreement.js";

// Node reads fields natively; these functions say what the rule language means by it.

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function at(base: Json, path: readonly string[]): Json {
  return path.reduce<Json>((value, key) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    // An object of JSON that is no array: its own members alone.
    return new Map(Object.entries(value)).get(key) ?? null;
  }, base);
}

function valueAt(base: Json, path: readonly string[]): Json {
  return typeName(base) === "object" ? at(base, path) : null;
}

function get(base: Json, path: readonly string[], fallback: Json): Json {
  const value = valueAt(base, path);
  return typeName(value) === typeName(fallback) ? value : fallback;
}

function ofTypes(base: Json, path: readonly string[], types: readonly string[]): Json {
  const value = valueAt(base, path);
  return types.includes(typeName(value)) ? value : null;
}

function elementsOf(base: Json, path: readonly string[], type: string): Json[] {
  const list = get(base, path, []);
  return Array.isArray(list) ? list.filter((element) => typeof element === type) : [];
}

function present(value: Json): Json {
  if (typeName(value) !== "object") return {};
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, member]) => member !== null));
}

const nested = ofEachType.flatMap((value) => [{ a: value }, { a: { b: value } }, { a: { b: { c: value } } }]);
const bases = [...anything, ...nested];
const paths = [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "0"], ["name"], ["constructor"]];
const fallbacks = [null, false, 0, -1, "", "none", [], {}];
const mixedLists = [{ a: ["x", null, 1, "", 0.5, true, ["y"], { z: 1 }] }, { a: { 0: "x" } }, { a: { b: ["x", 1] } }];
const keys = [
  "image",
  "_a-1",
  "",
  "1a",
  "-a",
  "a.b",
  "example.com/x",
  "a b",
  "é",
  "a\n",
  "\na",
  "a]",
  "%s",
  "__proto__",
];
const types = ["string", "number", "boolean", "array", "object"];

export const fieldAgreements: readonly Agreement[] = [
  { name: "fields.get", arity: 3, kind: "value", calls: product(bases, paths, fallbacks), typescript: get },
  {
    name: "fields.strings",
    arity: 2,
    kind: "value",
    calls: product([...bases, ...mixedLists], paths),
    typescript: (base: Json, path: readonly string[]) => elementsOf(base, path, "string"),
  },
  {
    name: "fields.numbers",
    arity: 2,
    kind: "value",
    calls: product([...bases, ...mixedLists], paths),
    typescript: (base: Json, path: readonly string[]) => elementsOf(base, path, "number"),
  },
  {
    name: "fields.elements",
    arity: 4,
    kind: "value",
    calls: product([...bases, ...mixedLists], paths, [[], ["string"], ["string", "number"], ["null"]], [null, []]),
    typescript: (base: Json, path: readonly string[], among: readonly string[], fallback: Json) => {
      const list = valueAt(base, path);
      return Array.isArray(list) ? list.filter((element) => among.includes(typeName(element))) : fallback;
    },
  },
  {
    name: "fields.optional",
    arity: 3,
    kind: "value",
    calls: product(bases, paths, types),
    typescript: (base: Json, path: readonly string[], type: string) => ofTypes(base, path, [type]),
  },
  { name: "fields.value", arity: 2, kind: "value", calls: product(bases, paths), typescript: valueAt },
  {
    name: "fields.scalar",
    arity: 2,
    kind: "value",
    calls: product(bases, paths),
    typescript: (base: Json, path: readonly string[]) => ofTypes(base, path, ["string", "number"]),
  },
  {
    name: "fields.path",
    arity: 2,
    kind: "value",
    calls: product(["", "spec", "spec.containers[0]", "metadata.annotations"], keys),
    typescript: (base: string, key: never) => {
      const from = {};
      notePaths(from, base);
      return field(from, key);
    },
  },
  {
    name: "fields.present",
    arity: 1,
    kind: "value",
    calls: product([...bases, { a: null, b: false, c: 0, d: "", e: [], f: { g: null } }]),
    typescript: present,
  },
];
