import { type CallTerm, call, type Term } from "./ast.js";

/** The libraries under rego/, embedded where a template uses them. */
export const libraries = [
  "ascii",
  "containers",
  "exclusions",
  "fields",
  "images",
  "integers",
  "pods",
  "ports",
  "quantity",
  "text",
] as const;

export type LibraryName = (typeof libraries)[number];

/** A call of a function of `data.lib.<library>`; the module's imports are found from these calls. */
export function libraryCall(library: LibraryName, name: string, ...args: readonly Term[]): CallTerm {
  return call(`${library}.${name}`, ...args);
}
