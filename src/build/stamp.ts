import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { cacheFolder } from "../opa/cache-folder.js";
import { packageRoot } from "../package-root.js";

/** What a build's outcome depends on, apart from Gatewright itself; everything is absolute. */
export interface StampSubject {
  /** What the build was asked: two requests share no stamp. */
  readonly request: readonly string[];
  /** Files that count by their content, or by not being there. */
  readonly files: readonly string[];
  /** Folders that count by all the files below them, so that a new one is noticed. */
  readonly folders: readonly string[];
}

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

/** The stamp of the last build of this request, when nothing that it depended on has changed since. */
export function readStamp(subject: Omit<StampSubject, "files">): Stamp | undefined {
  const stamp = readStampFile(stampPath(subject.request));
  if (stamp === undefined || stamp.inputs !== digestInputs({ ...subject, files: stamp.files })) return undefined;
  return { indexDigest: stamp.indexDigest, diagnostics: stamp.diagnostics };
}

/** Remembers a build. That it cannot is no failure: the next one only takes longer. */
export function writeStamp(subject: StampSubject, stamp: Stamp): void {
  const path = stampPath(subject.request);
  const content: StampFile = { format, ...stamp, files: subject.files, inputs: digestInputs(subject) };
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, JSON.stringify(content));
    renameSync(temporary, path);
  } catch {
    // A cache folder that cannot be written to.
  }
}

function stampPath(request: readonly string[]): string {
  const name = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  return join(cacheFolder(), "stamps", `${name}.json`);
}

function readStampFile(path: string): StampFile | undefined {
  try {
    // Written by writeStamp; what else could lie there fails the comparison of format or digest.
    const stamp = JSON.parse(readFileSync(path, "utf8")) as StampFile;
    return stamp.format === format && Array.isArray(stamp.files) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** Of the names and contents of everything that a build depends on. */
export function digestInputs({ files, folders }: Omit<StampSubject, "request">): string {
  const all = [...files, ...folders.flatMap(filesBelow), ...toolFiles()];
  const hash = createHash("sha256");
  for (const file of [...new Set(all)].sort()) hash.update(`${file}\0${contentDigest(file)}\0`);
  return hash.digest("hex");
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
