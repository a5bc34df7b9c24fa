import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "./source.js";

export interface SplitDocuments {
  readonly documents: readonly SourceDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

const separator = /^---.*$/gm;

/**
 * Splits a stream at its `---` lines, as Kubernetes' own reader does before any YAML is parsed: so an error stays in
 * its document. A separator may be followed by spaces and a comment only; with anything else behind it, Kubernetes
 * stops reading, and here the rest of the stream is a diagnostic.
 */
export function splitDocuments(file: string, text: string): SplitDocuments {
  const documents: SourceDocument[] = [];
  let start = 0;
  let line = 1;
  const add = (end: number) => {
    const part = text.slice(start, end);
    if (hasContent(part)) documents.push({ file, number: documents.length + 1, text: part, line });
  };
  for (const match of text.matchAll(separator)) {
    const rest = match[0].slice(3).trim();
    if (rest !== "" && !rest.startsWith("#")) {
      add(match.index);
      const reason = `only a comment may follow --- on its line, not ${JSON.stringify(rest.slice(0, 40))}`;
      const at = { line: line + countLines(text.slice(start, match.index)), column: 1 };
      return { documents, diagnostics: [diagnose("yaml-syntax", { reason }, { file, start: at })] };
    }
    add(match.index);
    const next = match.index + match[0].length;
    line += countLines(text.slice(start, next));
    start = next;
  }
  add(text.length);
  return { documents, diagnostics: [] };
}

function hasContent(text: string): boolean {
  return /^[ \t]*[^#\s]/m.test(text);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
