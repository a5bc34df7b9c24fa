import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { readEntry, writeEntry } from "./cache-entry.js";
import { cacheFolder } from "./cache-folder.js";
import { opaIdentity } from "./identity.js";
import { packageRoot } from "./package-root.js";

/** The module is 41 MB; this keeps those of three versions of Gatewright that are used in turn. */
const FOLDER_BYTES = 140 * 1024 * 1024;

/**
 * The embedded OPA, uncompressed. To read it back from the cache folder and check its digest takes a quarter of the
 * time that decompressing takes. Throws when the package's file is missing or is not the one that opa.json describes.
 */
export function loadOpaModule(): Uint8Array {
  const { digest } = opaIdentity();
  const file = join(cacheFolder(), "opa", `${digest}.wasm`);
  const cached = readEntry(file);
  if (cached) return cached;
  const module = decompress(digest);
  writeEntry(file, module, FOLDER_BYTES);
  return module;
}

function decompress(digest: string): Uint8Array {
  const file = join(packageRoot(), "opa", "opa.wasm.br");
  const module = unpack(readFileSync(file));
  if (module && createHash("sha256").update(module).digest("hex") === digest) return module;
  throw new Error(`${file} is damaged: install Gatewright again`);
}

function unpack(compressed: Uint8Array): Uint8Array | undefined {
  try {
    return brotliDecompressSync(compressed);
  } catch {
    return undefined;
  }
}
