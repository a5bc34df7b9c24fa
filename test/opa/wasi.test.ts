import { expect, test } from "vitest";
import { wasiImports } from "../../src/opa/wasi.js";

/** A host with 64 KB of memory that notes what it is told. */
function wasi(...names: string[]) {
  const memory = new ArrayBuffer(65536);
  const printed: string[] = [];
  let ticks = 0;
  const imports = wasiImports(names, {
    memory: () => memory,
    print: (bytes) => printed.push(Buffer.from(bytes).toString()),
    tick: () => {
      ticks++;
    },
  });
  // WebAssembly passes numbers and, for 64-bit integers, bigints.
  const call = (name: string, ...values: (number | bigint)[]): number =>
    (imports[name] as unknown as (...values: (number | bigint)[]) => number)(...values);
  return { call, view: new DataView(memory), printed, ticks: () => ticks };
}

test("a function that OPA does not need is not supported", () => {
  expect(wasi("path_open").call("path_open", 0, 0)).toBe(52);
});

test("what is printed arrives piece by piece", () => {
  const { call, view, printed } = wasi("fd_write");
  Buffer.from(view.buffer).write("hello, world", 1000);
  [1000, 5, 1005, 7].forEach((value, i) => {
    view.setUint32(16 + 4 * i, value, true);
  });
  expect(call("fd_write", 2, 16, 2, 512)).toBe(0);
  expect(printed).toEqual(["hello", ", world"]);
  expect(view.getUint32(512, true)).toBe(12);
});

test("the clock ticks, and gives nanoseconds", () => {
  const { call, view, ticks } = wasi("clock_time_get");
  const before = BigInt(Date.now()) * 1_000_000n;
  expect(call("clock_time_get", 0, 0n, 0)).toBe(0);
  expect(view.getBigUint64(0, true)).toBeGreaterThanOrEqual(before);
  expect(ticks()).toBe(1);
});

test("a poll waits for the first clock and reports it alone", () => {
  const { call, view } = wasi("poll_oneoff");
  for (const [i, milliseconds] of [60_000n, 2n, 50_000n].entries()) {
    view.setBigUint64(48 * i, BigInt(100 + i), true);
    view.setBigUint64(48 * i + 24, milliseconds * 1_000_000n, true);
  }
  expect(call("poll_oneoff", 0, 1000, 3, 2000)).toBe(0);
  expect(view.getUint32(2000, true)).toBe(1);
  expect(view.getBigUint64(1000, true)).toBe(101n);
});

test("an exit is a throw, since it must not end the process", () => {
  expect(() => wasi("proc_exit").call("proc_exit", 2)).toThrow("exit code 2");
});

test("there are three descriptors and no folders", () => {
  const { call, view } = wasi("fd_fdstat_get", "fd_prestat_get");
  expect(call("fd_fdstat_get", 2, 0)).toBe(0);
  expect(view.getUint8(0)).toBe(2);
  expect(call("fd_fdstat_get", 3, 0)).toBe(8);
  expect(call("fd_prestat_get", 3, 0)).toBe(8);
});
