import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { createProcessHost, type ProcessHost } from "../../src/opa/process-host.js";

const entry = join(import.meta.dirname, "children", "scripted.mjs");
const hosts: ProcessHost[] = [];

function newHost({ file = entry, timeoutMs = 30_000 } = {}): ProcessHost {
  const host = createProcessHost(file, timeoutMs);
  hosts.push(host);
  return host;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  vi.unstubAllEnvs();
});

test("one child serves many calls, whose answers keep their order", async () => {
  const host = newHost();
  const results = await Promise.all([1, 2, 3].map(() => host.call({ request: "answer" })));
  expect(results[0]).toEqual({ kind: "answered", reply: expect.any(String), blob: new Uint8Array([1, 2]) });
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
});

test.each([
  ["exit", "exit code 3", "going down\n"],
  ["kill", "SIGKILL", ""],
  ["throw", "exit code 1", expect.stringContaining("unforeseen")],
  ["disconnect", "SIGKILL", ""],
])("a child that does %s is reported, and the next call starts another", async (request, cause, stderr) => {
  const host = newHost();
  expect(await host.call({ request })).toEqual({ kind: "exited", cause, stderr });
  expect(await host.call({ request: "answer" })).toMatchObject({ kind: "answered" });
});

test.each(["be silent", "be busy"])("a child that decides to %s is ended at the timeout", async (request) => {
  const host = newHost({ timeoutMs: 500 });
  const [slow, next] = await Promise.all([host.call({ request }), host.call({ request: "answer" })]);
  expect(slow).toEqual({ kind: "timed out", timeoutMs: 500 });
  expect(next).toMatchObject({ kind: "answered" });
});

test("a child that cannot be started is reported", async () => {
  const host = newHost({ file: join(import.meta.dirname, "children", "missing.mjs") });
  expect(await host.call({ request: "answer" })).toMatchObject({ kind: "exited", cause: "exit code 1" });
});

test("the child has none of our Node options", async () => {
  vi.stubEnv("NODE_OPTIONS", "--throw-deprecation");
  expect(await newHost().call({ request: "options" })).toMatchObject({ reply: "[null,[]]" });
});

test("closing ends a call under way, and is final", async () => {
  const host = newHost();
  const underWay = host.call({ request: "be busy" });
  await new Promise((resolve) => setTimeout(resolve, 50)); // until the call has been handed to the child
  await host.close();
  expect(await underWay).toMatchObject({ kind: "exited", cause: "SIGKILL" });
  await expect(host.call({ request: "answer" })).rejects.toThrow("closed");
});
