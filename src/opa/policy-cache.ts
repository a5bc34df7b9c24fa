import { createHash } from "node:crypto";
import { join } from "node:path";
import { readEntry, writeEntry } from "./cache-entry.js";
import { cacheFolder } from "./cache-folder.js";
import { opaIdentity } from "./identity.js";
import type { CompileRequest, Opa, OpaOutcome } from "./opa.js";

/** A compiled policy is 0.14 MB and more; this is room for hundreds. */
const FOLDER_BYTES = 128 * 1024 * 1024;

/**
 * Compiles, or takes the result of an equal compile from the cache folder; a hit neither starts nor loads OPA. Equal
 * means: the same embedded OPA, version of Rego, entry points in their order, file names and texts. Errors are not
 * cached, and nothing that is wrong with the cache makes a compile fail.
 */
export async function compileCached(opa: Opa, request: CompileRequest): Promise<OpaOutcome<Uint8Array>> {
  const file = join(cacheFolder(), "policies", `${policyKey(request)}.wasm`);
  const cached = readEntry(file);
  if (cached) return { ok: true, value: cached };
  const outcome = await opa.compile(request);
  if (outcome.ok) writeEntry(file, outcome.value, FOLDER_BYTES);
  return outcome;
}

/** The name of a compile's entry: everything that the result depends on, in one unambiguous text. */
export function policyKey(request: CompileRequest): string {
  const { regoVersion, moduleVersions = {}, entrypoints, modules } = request;
  const parts = [opaIdentity().digest, regoVersion, sortedEntries(moduleVersions), entrypoints, sortedEntries(modules)];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function sortedEntries(record: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
