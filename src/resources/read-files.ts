import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type Reading, type ReadOptions, readDocument } from "./read-document.js";
import { splitDocuments } from "./split-documents.js";
import { decodeText } from "./text.js";

export interface ReadEnvironment {
  readonly cwd: string;
  /** All of standard input. */
  readonly stdin: () => Uint8Array;
}

/**
 * Reads what the user names: files, folders (every *.yaml, *.yml and *.json below, sorted by path) and "-" for standard
 * input. What cannot be read is a diagnostic, and the rest is read. Objects come in the order of their files and
 * documents.
 */
export function readResources(paths: readonly string[], environment: ReadEnvironment): Reading {
  const readings = paths.map((path) => readPath(path, environment));
  return {
    resources: readings.flatMap((reading) => reading.resources),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
}

function readPath(path: string, { cwd, stdin }: ReadEnvironment): Reading {
  if (path === "-") return nonEmpty("standard input", readText("-", stdin()));
  const found = manifestFiles(path, cwd);
  if ("code" in found) return { resources: [], diagnostics: [found] };
  const readings = found.files.map((file) => readFile(file, cwd, { tolerant: found.isFolder }));
  return nonEmpty(path, {
    resources: readings.flatMap((reading) => reading.resources),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  });
}

/** Judging nothing must not look like finding nothing. */
function nonEmpty(path: string, reading: Reading): Reading {
  const isSilent = reading.resources.length === 0 && !reading.diagnostics.some(({ severity }) => severity === "error");
  return isSilent ? { ...reading, diagnostics: [...reading.diagnostics, diagnose("no-manifests", { path })] } : reading;
}

/** The objects of one file. `file` is relative to `cwd`, or absolute. */
export function readFile(file: string, cwd: string, options: ReadOptions = {}): Reading {
  const bytes = readBytes(file, cwd);
  return bytes instanceof Uint8Array ? readText(file, bytes, options) : { resources: [], diagnostics: [bytes] };
}

/** The objects in the bytes of a file or stream; `file` only names it. */
export function readText(file: string, bytes: Uint8Array, options: ReadOptions = {}): Reading {
  const decoded = decodeText(file, bytes);
  if (typeof decoded !== "string") return { resources: [], diagnostics: [decoded] };
  const split = splitDocuments(file, decoded);
  const readings = split.documents.map((document) => readDocument(document, options));
  return {
    resources: readings.flatMap((reading) => reading.resources),
    diagnostics: [...readings.flatMap((reading) => reading.diagnostics), ...split.diagnostics],
  };
}

export function readBytes(file: string, cwd: string): Uint8Array | Diagnostic {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    return readFailure(file, error);
  }
}

function readFailure(path: string, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "ENOENT" || code === "ENOTDIR") return diagnose("file-not-found", { path });
  const reasons: Readonly<Record<string, string>> = { EACCES: "permission denied", EISDIR: "it is a folder" };
  return diagnose("file-unreadable", { path, reason: reasons[code] ?? code });
}

export interface ManifestFiles {
  readonly isFolder: boolean;
  /** As the user would write them. */
  readonly files: readonly string[];
}

/** The files that a path stands for. Symbolic links to folders are not followed, as kubectl and gator do not. */
export function manifestFiles(path: string, cwd: string): ManifestFiles | Diagnostic {
  try {
    const full = resolve(cwd, path);
    if (!statSync(full).isDirectory()) return { isFolder: false, files: [displayPath(full, cwd)] };
    const files = walk(full).sort((a, b) => (a < b ? -1 : 1));
    return { isFolder: true, files: files.map((file) => displayPath(file, cwd)) };
  } catch (error) {
    return readFailure(path, error);
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name);
    if (entry.isDirectory()) return walk(full);
    return /\.(?:ya?ml|json)$/.test(entry.name) ? [full] : [];
  });
}

/** Relative to the working folder with forward slashes, unless that would climb out of it. */
export function displayPath(full: string, cwd: string): string {
  const local = relative(cwd, full);
  return (local === "" || local.startsWith("..") ? full : local).split(sep).join("/");
}
