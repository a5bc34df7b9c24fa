import { readdirSync, readFileSync } from "node:fs";
import type { RegoModules } from "../../src/opa/opa.js";

const folder = new URL("../../rego/", import.meta.url);

/** The names of the Rego libraries: `rego/<name>/<name>.rego` is package `lib.<name>`. */
export const libraryNames: readonly string[] = readdirSync(folder).sort();

/** A library's module and its tests, by file name. */
export function libraryModules(name: string): RegoModules {
  return Object.fromEntries([`${name}/${name}.rego`, `${name}/${name}_test.rego`].map((file) => [file, read(file)]));
}

/** A library's module alone, without its tests. */
export function librarySource(name: string): string {
  return read(`${name}/${name}.rego`);
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}
