import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ts } from "ts-morph";

export interface Import {
  /** Relative to the repository, forward slashes. */
  readonly from: string;
  /** A file of src, or the name of a package; Node's modules are all "node". */
  readonly to: string;
  readonly isFile: boolean;
}

const root = path.resolve(import.meta.dirname, "../..");

/** Every file under src. */
export function sourceFiles(): readonly string[] {
  const names = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => `src/${name.split(path.sep).join("/")}`);
}

/** What a file imports, types and dynamic imports included. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => toImport(file, fileName));
}

function toImport(from: string, specifier: string): Import {
  if (specifier.startsWith(".")) {
    const target = path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, ".ts");
    return { from, to: target, isFile: true };
  }
  if (specifier.startsWith("node:")) return { from, to: "node", isFile: false };
  const parts = specifier.split("/");
  return { from, to: specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier), isFile: false };
}

/** "emit-rego" for src/emit-rego/print.ts; undefined for a file directly under src. */
export function roomOf(file: string): string | undefined {
  const [, room, ...rest] = file.split("/");
  return rest.length === 0 ? undefined : room;
}
