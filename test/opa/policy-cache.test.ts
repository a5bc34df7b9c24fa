import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readEntry, writeEntry } from "../../src/opa/cache-entry.js";
import type { CompileRequest, Opa } from "../../src/opa/opa.js";
import { compileCached, policyKey } from "../../src/opa/policy-cache.js";
import { expectValue } from "./running-opa.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-cache-"));
  vi.stubEnv("GATEWRIGHT_CACHE", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const request: CompileRequest = {
  modules: { "a.rego": "package a\n\np := 1\n", "b.rego": "package b\n" },
  entrypoints: ["a/p", "a/q"],
  regoVersion: "v1",
};
const policy = new Uint8Array([0, 97, 115, 109, 1]);

/** Compiles everything to the same few bytes; what is not asked of it here is not there. */
function countingOpa(): Opa & { readonly compile: ReturnType<typeof vi.fn> } {
  const compile = vi.fn(async () => ({ ok: true, value: policy }) as const);
  return { compile } as unknown as Opa & { readonly compile: typeof compile };
}

function entries(): string[] {
  return readdirSync(join(folder, "policies")).map((name) => join(folder, "policies", name));
}

test("the second compile is a hit and asks nothing of OPA", async () => {
  const opa = countingOpa();
  expect(expectValue(await compileCached(opa, request))).toEqual(policy);
  expect(expectValue(await compileCached(opa, request))).toEqual(policy);
  expect(opa.compile).toHaveBeenCalledTimes(1);
});

test.each<[string, (content: Buffer) => Buffer]>([
  [
    "a changed byte",
    (content) => Buffer.concat([content.subarray(0, -1), Buffer.from([content.at(-1) === 0 ? 1 : 0])]),
  ],
  ["a truncated entry", (content) => content.subarray(0, -2)],
  ["an empty entry", () => Buffer.alloc(0)],
])("%s is compiled again and replaced", async (_name, damage) => {
  const opa = countingOpa();
  await compileCached(opa, request);
  const [entry = ""] = entries();
  const whole = readFileSync(entry);
  writeFileSync(entry, damage(whole));
  expect(expectValue(await compileCached(opa, request))).toEqual(policy);
  expect(opa.compile).toHaveBeenCalledTimes(2);
  expect(readFileSync(entry)).toEqual(whole);
});

test("a cache folder that cannot be made does not matter", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "in the way");
  vi.stubEnv("GATEWRIGHT_CACHE", join(file, "cache"));
  expect(expectValue(await compileCached(countingOpa(), request))).toEqual(policy);
});

test("an entry that cannot be written does not matter and leaves nothing behind", async () => {
  const entry = join(folder, "policies", `${policyKey(request)}.wasm`);
  mkdirSync(join(entry, "in the way"), { recursive: true });
  expect(expectValue(await compileCached(countingOpa(), request))).toEqual(policy);
  expect(entries()).toEqual([entry]);
});

test("errors are not kept", async () => {
  const opa = countingOpa();
  const failure = { ok: false, errors: [{ code: "rego_parse_error", message: "no" }] } as const;
  opa.compile.mockResolvedValueOnce(failure);
  expect(await compileCached(opa, request)).toEqual(failure);
  expect(expectValue(await compileCached(opa, request))).toEqual(policy);
});

test("everything that a result depends on is in the key, and nothing else", () => {
  const { modules } = request;
  const variants: CompileRequest[] = [
    request,
    { ...request, regoVersion: "v0" },
    { ...request, moduleVersions: { "a.rego": "v0" } },
    { ...request, entrypoints: ["a/q", "a/p"] },
    { ...request, entrypoints: ["a/p"] },
    { ...request, modules: { ...modules, "a.rego": "package a\n\np := 2\n" } },
    { ...request, modules: { "c.rego": modules["a.rego"] ?? "", "b.rego": modules["b.rego"] ?? "" } },
    { ...request, modules: { ...modules, "c.rego": "" } },
  ];
  expect(new Set(variants.map(policyKey)).size).toBe(variants.length);
  const reversed = Object.fromEntries(Object.entries(modules).reverse());
  expect(policyKey({ ...request, modules: reversed })).toBe(policyKey(request));
});

test("the folder stays bounded: what was used least recently goes", () => {
  const file = (name: string): string => join(folder, name);
  for (const [age, name] of ["new", "older", "oldest"].entries()) {
    writeEntry(file(name), new Uint8Array(100), 1000);
    const time = new Date(Date.now() - (age + 1) * 48 * 60 * 60 * 1000);
    utimesSync(file(name), time, time);
  }
  expect(readEntry(file("oldest"))).toBeDefined(); // and so it is in use
  writeEntry(file("latest"), new Uint8Array(100), 3 * 132);
  expect(readdirSync(folder).sort()).toEqual(["latest", "new", "oldest"]);
});
