import { randomFillSync } from "node:crypto";

/** What the embedded OPA may see of the world: the time, randomness, and a place for what it prints. */
export interface WasiHost {
  readonly memory: () => ArrayBuffer;
  readonly print: (bytes: Uint8Array) => void;
  /** Called whenever OPA asks for the time, which it does often: the place to stop an evaluation that nobody awaits. */
  readonly tick: () => void;
}

type WasiFunction = (...args: never[]) => number;

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const NOT_SUPPORTED = 52;

/**
 * Settings of Go's runtime. Its collector runs only near the limit: an answer makes a few ten megabytes, and without
 * collections between them check, format and compile take about a fifth less. What is above the limit is collected.
 */
const environment = ["GOGC=off", "GOMEMLIMIT=384MiB"].map((entry) => new TextEncoder().encode(`${entry}\0`));

/**
 * WASI preview 1 for a program of Go that computes and prints: no arguments, no files, no environment but the above. node:wasi would
 * do, but it prints a warning on the user's terminal. Source: the WASI preview 1 definition, and the calls that Go's
 * runtime makes for wasip1.
 */
export function wasiImports(names: readonly string[], host: WasiHost): Record<string, WasiFunction> {
  const known: Record<string, WasiFunction> = { ...programCalls(host), ...timeCalls(host), ...fileCalls(host) };
  return Object.fromEntries(names.map((name) => [name, known[name] ?? (() => NOT_SUPPORTED)]));
}

function programCalls({ memory }: WasiHost) {
  const none = (count: number, size: number): number => {
    const view = new DataView(memory());
    view.setUint32(count, 0, true);
    view.setUint32(size, 0, true);
    return SUCCESS;
  };
  return {
    args_sizes_get: none,
    args_get: () => SUCCESS,
    environ_sizes_get: (count: number, size: number) => {
      const view = new DataView(memory());
      view.setUint32(count, environment.length, true);
      view.setUint32(size, sizeOf(environment), true);
      return SUCCESS;
    },
    environ_get: (pointers: number, texts: number) => {
      environment.forEach((entry, index) => {
        const address = texts + sizeOf(environment.slice(0, index));
        new DataView(memory()).setUint32(pointers + 4 * index, address, true);
        new Uint8Array(memory(), address, entry.length).set(entry);
      });
      return SUCCESS;
    },
    sched_yield: () => SUCCESS,
    random_get: (address: number, length: number) => {
      randomFillSync(new Uint8Array(memory(), address, length));
      return SUCCESS;
    },
    proc_exit: (code: number): never => {
      throw new Error(`the embedded OPA ended itself with exit code ${code}`);
    },
  };
}

function sizeOf(entries: readonly Uint8Array[]): number {
  return entries.reduce((sum, entry) => sum + entry.length, 0);
}

const REALTIME = 0;
const NANOSECONDS_PER_MS = 1_000_000n;

function timeCalls({ memory, tick }: WasiHost) {
  return {
    clock_time_get: (clock: number, _precision: bigint, address: number) => {
      tick();
      const now = clock === REALTIME ? BigInt(Date.now()) * NANOSECONDS_PER_MS : process.hrtime.bigint();
      new DataView(memory()).setBigUint64(address, now, true);
      return SUCCESS;
    },
    poll_oneoff: (subscriptions: number, events: number, count: number, fired: number) =>
      sleep(new DataView(memory()), { subscriptions, events, count, fired }),
  };
}

interface Poll {
  readonly subscriptions: number;
  readonly events: number;
  readonly count: number;
  readonly fired: number;
}

const SUBSCRIPTION_BYTES = 48;
const EVENT_BYTES = 32;
const CLOCK = 0;

/** Go polls only to let time pass. Waits for the first clock among the subscriptions and reports that one as fired. */
function sleep(view: DataView, { subscriptions, events, count, fired }: Poll): number {
  let first: { readonly timeout: bigint; readonly userdata: bigint } | undefined;
  for (let i = 0; i < count; i++) {
    const at = subscriptions + i * SUBSCRIPTION_BYTES;
    if (view.getUint8(at + 8) !== CLOCK) continue;
    const timeout = view.getBigUint64(at + 24, true);
    if (!first || timeout < first.timeout) first = { timeout, userdata: view.getBigUint64(at, true) };
  }
  if (!first) return NOT_SUPPORTED;
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(nobody, 0, 0, Number(first.timeout / NANOSECONDS_PER_MS));
  for (let byte = 0; byte < EVENT_BYTES; byte++) view.setUint8(events + byte, 0);
  view.setBigUint64(events, first.userdata, true);
  view.setUint32(fired, 1, true);
  return SUCCESS;
}

const STDERR = 2;
const CHARACTER_DEVICE = 2;

function fileCalls({ memory, print }: WasiHost) {
  return {
    fd_write: (_descriptor: number, vectors: number, count: number, written: number) => {
      const view = new DataView(memory());
      let total = 0;
      for (let i = 0; i < count; i++) {
        const length = view.getUint32(vectors + 8 * i + 4, true);
        print(new Uint8Array(memory(), view.getUint32(vectors + 8 * i, true), length));
        total += length;
      }
      view.setUint32(written, total, true);
      return SUCCESS;
    },
    fd_fdstat_get: (descriptor: number, address: number) => {
      if (descriptor > STDERR) return BAD_DESCRIPTOR;
      const status = new Uint8Array(memory(), address, 24).fill(0);
      status[0] = CHARACTER_DEVICE;
      return SUCCESS;
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_prestat_get: () => BAD_DESCRIPTOR,
  };
}
