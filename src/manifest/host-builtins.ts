import { invariant } from "../ir/invariant.js";

/** What is used here of WebAssembly's JavaScript interface, which @types/node does not declare. */
interface WasmInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (
    module: object,
    imports: { readonly env: Readonly<Record<string, unknown>> },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/**
 * Names of the builtins that a policy compiled by OPA leaves to its host, sorted. The module says so itself: its export
 * `builtins` returns the address of an object {name: id} (OPA's WASM ABI 1.x).
 */
export function hostBuiltins(wasm: Uint8Array): string[] {
  // The declaration that this project has of it leaves out how a memory is made.
  const { Module, Memory, Instance } = WebAssembly as unknown as WasmInterface;
  const memory = new Memory({ initial: 2 });
  const refuse = (): never => {
    throw new Error("a policy that is only asked for its builtins called its host");
  };
  const builtins = Object.fromEntries([0, 1, 2, 3, 4].map((arity) => [`opa_builtin${arity}`, refuse]));
  const env = { memory, opa_abort: refuse, opa_println: refuse, ...builtins };
  const { builtins: list, opa_json_dump: dump } = new Instance(new Module(wasm), { env }).exports;
  invariant(typeof list === "function" && typeof dump === "function", "policy.wasm is no module of OPA's");
  const address: unknown = dump(list());
  invariant(typeof address === "number", "opa_json_dump returned no address");
  const bytes = new Uint8Array(memory.buffer, address);
  const ids: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0))));
  invariant(typeof ids === "object" && ids !== null, "policy.wasm lists no builtins");
  return Object.keys(ids).sort();
}
