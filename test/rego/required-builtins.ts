import { loadPolicy } from "@open-policy-agent/opa-wasm";

/** Those exports of a compiled policy that list its builtins (OPA's WASM ABI). */
interface PolicyExports {
  readonly builtins: () => number;
  readonly opa_json_dump: (value: number) => number;
}

/** The names of the builtins that a compiled policy expects its host to provide. */
export async function requiredBuiltins(bytes: Uint8Array): Promise<string[]> {
  const policy = await loadPolicy(bytes);
  // OPA compiled the policy and opa-wasm instantiated it, so it has these.
  const { exports } = policy.wasmInstance as unknown as { exports: PolicyExports };
  const text = new Uint8Array(policy.mem.buffer).subarray(exports.opa_json_dump(exports.builtins()));
  return Object.keys(JSON.parse(new TextDecoder().decode(text.subarray(0, text.indexOf(0)))));
}
