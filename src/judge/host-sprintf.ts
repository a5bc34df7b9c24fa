/** The name under which a loaded policy asks for `sprintf`. */
export const hostSprintf = "sprintF";

/**
 * A policy's module that asks its host for `sprintF` where it asked for `sprintf`. The SDK prefers a `sprintf` of its
 * own, which is not Go's, over any that it is given (npm-opa-wasm, src/opa.js, _builtinCall). The name stands in the
 * data of the module as a C string, behind all strings of the policy itself; its length stays, so nothing else moves.
 */
export function withHostSprintf(wasm: Uint8Array): Uint8Array {
  const bytes = Buffer.from(wasm);
  const found = bytes.lastIndexOf("\0sprintf\0");
  if (found !== -1) bytes.write(hostSprintf, found + 1, "latin1");
  return bytes;
}
