import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { cacheFolder } from "../../src/opa/cache-folder.js";

afterEach(() => vi.unstubAllEnvs());

function inEnvironment(environment: Record<string, string>): string {
  for (const name of ["GATEWRIGHT_CACHE", "XDG_CACHE_HOME"]) vi.stubEnv(name, environment[name] ?? "");
  return cacheFolder();
}

test("our own variable comes first", () => {
  const own = resolve("own");
  expect(inEnvironment({ GATEWRIGHT_CACHE: own, XDG_CACHE_HOME: resolve("xdg") })).toBe(own);
});

test("a relative folder is taken from where the command runs", () => {
  expect(inEnvironment({ GATEWRIGHT_CACHE: "own" })).toBe(resolve("own"));
});

test("then XDG's, unless it is relative", () => {
  expect(inEnvironment({ XDG_CACHE_HOME: resolve("xdg") })).toBe(join(resolve("xdg"), "gatewright"));
  expect(inEnvironment({ XDG_CACHE_HOME: "xdg" })).toBe(inEnvironment({}));
});

test("else the user's own folder", () => {
  vi.stubEnv("LOCALAPPDATA", "");
  expect(inEnvironment({}).startsWith(homedir())).toBe(true);
});
