import { createRequire } from "node:module";
import type * as Yaml from "yaml";

export type YamlLibrary = typeof Yaml;

let library: YamlLibrary | undefined;

/**
 * The `yaml` package, loaded when a document needs it: it takes 50 ms to load, and most runs never do. A synchronous
 * `require` keeps the readers synchronous.
 */
export function yamlLibrary(): YamlLibrary {
  library ??= createRequire(import.meta.url)("yaml") as YamlLibrary; // a require has no type of its own
  return library;
}
