import { type WasiHost, wasiImports } from "./wasi.js";

/** One instance of the embedded OPA. A throw out of `answer` leaves it in an unknown state: discard it then. */
export interface OpaInstance {
  /** Carries one request (JSON, opa/internal/operation/request.go) to OPA and its reply back. */
  readonly answer: (request: string) => OpaAnswer;
  /** The end of what OPA printed, which is why it crashed, if it did. */
  readonly printed: () => string;
  /** Size of the linear memory in bytes; it never shrinks. */
  readonly memoryBytes: () => number;
}

export interface OpaAnswer {
  /** JSON: opa/internal/operation/run.go. */
  readonly reply: string;
  /** The binary part of the reply; empty for most operations. */
  readonly blob: Uint8Array;
}

/** The functions that opa/abi.go exports. */
interface OpaExports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly request: (size: number) => number;
  readonly respond: () => number;
}

const WASI = "wasi_snapshot_preview1";
const PRINTED_BYTES = 8 * 1024;

/** Starts OPA. `tick` is called often while it works, and may end the process. */
export function instantiateOpa(module: WebAssembly.Module, tick: () => void): OpaInstance {
  let printed = Buffer.alloc(0);
  const host: WasiHost = {
    memory: () => opa.memory.buffer,
    print: (bytes) => {
      printed = Buffer.concat([printed, bytes]).subarray(-PRINTED_BYTES);
    },
    tick,
  };
  const names = WebAssembly.Module.imports(module).map(({ name }) => name);
  const instance = new WebAssembly.Instance(module, { [WASI]: wasiImports(names, host) });
  // The module is ours: its digest was checked when it was loaded.
  const opa = instance.exports as unknown as OpaExports;
  opa._initialize();
  return {
    answer: (request) => exchange(opa, request),
    printed: () => printed.toString(),
    memoryBytes: () => opa.memory.buffer.byteLength,
  };
}

function exchange(opa: OpaExports, request: string): OpaAnswer {
  const bytes = Buffer.from(request);
  // Addresses come as signed 32-bit numbers. Whenever OPA runs its memory may move: take the buffer afterwards.
  const input = opa.request(bytes.length) >>> 0;
  new Uint8Array(opa.memory.buffer, input, bytes.length).set(bytes);
  const output = opa.respond() >>> 0;
  const header = new DataView(opa.memory.buffer, output, 16);
  const field = (index: number): number => header.getUint32(4 * index, true);
  return {
    reply: Buffer.from(opa.memory.buffer, field(0), field(1)).toString(),
    blob: new Uint8Array(opa.memory.buffer, field(2), field(3)).slice(),
  };
}
