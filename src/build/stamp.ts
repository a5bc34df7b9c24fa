import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { cacheFolder } from "../opa/cache-folder.js";
import { packageRoot } from "../package-root.js";

/** What a build is of; two that differ share no stamp. Everything is absolute. */
export interface StampSubject {
  readonly request: readonly string[];
  /** Folders that count by all the files below them, so that a new one is noticed. */
  readonly folders: readonly string[];
  /** Files beside them that count, by their content or by not being there. */
  readonly files: readonly string[];
}

/** Digests of files, taken at one time. */
export type Inputs = ReadonlyMap<string, string>;

/** What is remembered of a build without errors. */
export interface Stamp {
  /** Of the index that it wrote, which lists the digests of all else. */
  readonly indexDigest: string;
  /** Its warnings, to be shown again. */
  readonly diagnostics: readonly Diagnostic[];
}

interface StampFile extends Stamp {
  readonly format: typeof format;
  /** The input files that only the compiler finds out. */
  readonly files: readonly string[];
  readonly inputs: string;
}

const format = 1;

/** Everything that a build's outcome depends on, as far as it is known before the compiler has run. */
export function takeInputs({ folders, files }: StampSubject): Inputs {
  return digestsOf([...files, ...folders.flatMap(filesBelow), ...toolFiles()]);
}

/** The stamp of the last build of the subject, when nothing that it depended on has changed since. */
export function readStamp(subject: StampSubject): Stamp | undefined {
  const stamp = readStampFile(stampPath(subject.request));
  if (stamp === undefined) return undefined;
  const inputs = new Map([...takeInputs(subject), ...digestsOf(stamp.files)]);
  return stamp.inputs === digestOfAll(inputs)
    ? { indexDigest: stamp.indexDigest, diagnostics: stamp.diagnostics }
    : undefined;
}

/**
 * Remembers a build. `before` was taken before it read anything, so that what is saved while it runs counts as changed;
 * `read` are the files that only the compiler found out. A cache that cannot be written only makes the next build longer.
 */
export function writeStamp(subject: StampSubject, before: Inputs, read: readonly string[], stamp: Stamp): void {
  const path = stampPath(subject.request);
  const files = read.filter((file) => !before.has(file));
  const content: StampFile = {
    format,
    ...stamp,
    files,
    inputs: digestOfAll(new Map([...before, ...digestsOf(files)])),
  };
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, JSON.stringify(content));
    renameSync(temporary, path);
  } catch {
    // As said above.
  }
}

function stampPath(request: readonly string[]): string {
  const name = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  return join(cacheFolder(), "stamps", `${name}.json`);
}

function readStampFile(path: string): StampFile | undefined {
  try {
    // Written by writeStamp; what else could lie there fails these comparisons, or that of the digest.
    const stamp = JSON.parse(readFileSync(path, "utf8")) as StampFile;
    return stamp.format === format && Array.isArray(stamp.files) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

function digestsOf(files: readonly string[]): Inputs {
  return new Map(files.map((file) => [file, contentDigest(file)]));
}

function digestOfAll(inputs: Inputs): string {
  const entries = [...inputs].sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("hex");
}

function contentDigest(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return "absent";
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Gatewright's own files, and the packages that shape its output: a newer compiler builds again. */
function toolFiles(): string[] {
  const root = packageRoot();
  const code = import.meta.filename.endsWith(".ts") ? "src" : "dist";
  const own = [code, "rego", "templates"].flatMap((folder) => filesBelow(join(root, folder)));
  const packages = ["ts-morph", "yaml", "handlebars", "ajv"].map((name) => packageFile(root, name));
  return [...own, join(root, "package.json"), join(root, "opa", "opa.json"), ...packages];
}

/** Where Node finds a package from here: in the nearest folder upwards that has it. */
function packageFile(from: string, name: string): string {
  const file = join(from, "node_modules", name, "package.json");
  const parent = dirname(from);
  return existsSync(file) || parent === from ? file : packageFile(parent, name);
}
