/**
 * The process that runs the embedded OPA. It has a process of its own because V8 would optimise the 41 MB module in the
 * background and wait for that at exit, a second or more; the flags below prevent it but hold for a whole process, and
 * compiled policies want to be optimised.
 */
import { setFlagsFromString } from "node:v8";
import { instantiateOpa, type OpaInstance } from "./instance.js";
import type { Call, CallResult } from "./messages.js";
import { loadOpaModule } from "./module-file.js";

// Set here and not on the command line, where Node refuses to start once V8 has dropped a flag. Validation may be lazy
// because the module's digest is checked.
for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering", "--wasm-lazy-validation"]) {
  setFlagsFromString(flag);
}

/** Beyond this, the memory that one large request took is given back by starting OPA anew. */
const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;

const parent = process.ppid;
let module: WebAssembly.Module | undefined;
let instance: OpaInstance | undefined;

process.on("message", (call: Call) => process.send?.(carryOut(call)));
process.once("disconnect", () => process.exit());
loadAhead();

function carryOut({ request }: Call): CallResult {
  let opa: OpaInstance;
  try {
    opa = ready();
  } catch (cause) {
    return { kind: "unavailable", cause: messageOf(cause) };
  }
  try {
    const answer = opa.answer(request);
    if (opa.memoryBytes() > MEMORY_LIMIT_BYTES) instance = undefined;
    return { kind: "answered", ...answer };
  } catch (cause) {
    instance = undefined;
    return { kind: "crashed", cause: messageOf(cause), printed: opa.printed() };
  }
}

function ready(): OpaInstance {
  module ??= new WebAssembly.Module(loadOpaModule());
  instance ??= instantiateOpa(module, endWithParent);
  return instance;
}

/** Before the first call comes, beside the parent's own work. That call reports what fails here. */
function loadAhead(): void {
  try {
    ready();
  } catch {}
}

/** A parent that was killed cannot end us, and while OPA works the closed channel goes unnoticed. */
function endWithParent(): void {
  if (process.ppid !== parent) process.exit();
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
