import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { typeOf } from "../gatekeeper/object.js";
import { isObject } from "../resources/json.js";
import { readValue } from "../resources/read-document.js";
import { manifestFiles, readBytes } from "../resources/read-files.js";
import { splitDocuments } from "../resources/split-documents.js";
import { decodeText } from "../resources/text.js";
import { readSuite } from "./read-suite.js";
import type { Suite } from "./suite.js";

export interface FoundSuites {
  readonly suites: readonly Suite[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The suites in files and folders, ordered by path. As for gator, a suite is the first document of a .yaml or .yml
 * file. Other than for gator, a folder is searched at any depth with or without "/..." behind it, and a file that does
 * not mention `test.gatekeeper.sh` may hold whatever it likes.
 */
export function findSuites(paths: readonly string[], cwd: string): FoundSuites {
  const diagnostics: Diagnostic[] = [];
  const suites = new Map<string, Suite>();
  for (const path of paths) {
    const found = manifestFiles(path.replace(/\/\.\.\.$/, ""), cwd);
    if ("code" in found) {
      diagnostics.push(found);
      continue;
    }
    const files = found.isFolder ? found.files.filter((file) => /\.ya?ml$/.test(file)) : found.files;
    for (const file of files) {
      if (suites.has(file)) continue;
      const read = suiteIn(file, cwd);
      diagnostics.push(...(read?.diagnostics ?? []));
      if (read?.suite !== undefined) suites.set(file, read.suite);
    }
  }
  const ordered = [...suites.values()].sort((one, other) => (one.source.file < other.source.file ? -1 : 1));
  return { suites: ordered, diagnostics };
}

interface SuiteFile {
  readonly suite?: Suite;
  readonly diagnostics: readonly Diagnostic[];
}

function suiteIn(file: string, cwd: string): SuiteFile | undefined {
  const bytes = readBytes(file, cwd);
  if (!(bytes instanceof Uint8Array)) return { diagnostics: [bytes] };
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("test.gatekeeper.sh")) return undefined;
  const text = decodeText(file, bytes);
  if (typeof text !== "string") return { diagnostics: [text] };
  const [source] = splitDocuments(file, text).documents;
  if (source === undefined) return undefined;
  const read = readValue(source);
  if (!("value" in read)) return { diagnostics: [read] };
  if (!isObject(read.value)) return undefined;
  const { group, kind } = typeOf(read.value);
  if (group !== "test.gatekeeper.sh" || kind !== "Suite") return undefined;
  const { suite, diagnostics } = readSuite(source, read.value);
  return hasErrors(diagnostics) ? { diagnostics } : { suite, diagnostics };
}
