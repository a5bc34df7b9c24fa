import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

const DIGEST_BYTES = 32;
const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The payload of a cache entry, or undefined when there is none that is whole. An entry begins with the SHA-256 of
 * what follows, so that a truncated or damaged one is noticed instead of used.
 */
export function readEntry(file: string): Uint8Array | undefined {
  try {
    const content = readFileSync(file);
    const digest = content.subarray(0, DIGEST_BYTES);
    const payload = new Uint8Array(content.buffer, content.byteOffset + digest.length, content.length - digest.length);
    if (!sha256(payload).equals(digest)) return undefined;
    markUsed(file);
    return payload;
  } catch {
    return undefined;
  }
}

/**
 * Stores an entry and then deletes the least recently used files of its folder until the rest is no larger than
 * `folderBytes`. Readers see the whole entry or none. A cache that cannot be written is no error: the work is done again.
 */
export function writeEntry(file: string, payload: Uint8Array, folderBytes: number): void {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeSynced(temporary, [sha256(payload), payload]);
    renameSync(temporary, file);
    prune(dirname(file), folderBytes);
  } catch {
    discard(temporary);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be deleted nothing was written; or another process will prune it.
  }
}

/** Reaches the disk before the rename does, so that a power cut leaves no entry with holes. */
function writeSynced(file: string, parts: readonly Uint8Array[]): void {
  const descriptor = openSync(file, "wx");
  try {
    for (const part of parts) writeFileSync(descriptor, part);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Pruning goes by modification times; one write a day is enough to keep an entry alive. */
function markUsed(file: string): void {
  const now = Date.now();
  try {
    if (now - statSync(file).mtimeMs > A_DAY_MS) utimesSync(file, new Date(now), new Date(now));
  } catch {
    // A cache that may only be read still serves.
  }
}

function prune(folder: string, folderBytes: number): void {
  const files = readdirSync(folder).flatMap((name) => usage(join(folder, name)));
  files.sort((a, b) => b.usedMs - a.usedMs);
  let kept = 0;
  for (const { file, bytes } of files) {
    kept += bytes;
    if (kept > folderBytes) discard(file);
  }
}

/** Nothing for a file that another process has deleted meanwhile. */
function usage(file: string): { readonly file: string; readonly bytes: number; readonly usedMs: number }[] {
  const status = statSync(file, { throwIfNoEntry: false });
  return status?.isFile() ? [{ file, bytes: status.size, usedMs: status.mtimeMs }] : [];
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
