import type { Position } from "../diagnostics/diagnostic.js";

/** One YAML or JSON document as text, and the place it came from. */
export interface SourceDocument {
  /** As the user would write it; "-" for standard input. */
  readonly file: string;
  /** Counts from 1 within its file. */
  readonly number: number;
  readonly text: string;
  /** The line of the file, from 1, on which `text` begins. */
  readonly line: number;
}

/** Where an offset of the document's text stands in its file. */
export function positionAt(source: SourceDocument, offset: number): Position {
  const before = source.text.slice(0, offset);
  const breaks = before.match(/\r\n|\r|\n/g)?.length ?? 0;
  const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { line: source.line + breaks, column: offset - lineStart + 1 };
}
