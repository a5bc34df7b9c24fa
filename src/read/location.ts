import path from "node:path";
import type { ts } from "ts-morph";
import type { Location, Position } from "../diagnostics/diagnostic.js";

/** The place of a node, its comments not included. */
export function locate(node: ts.Node, root: string): Location {
  const file = node.getSourceFile();
  return span(file, node.getStart(file), node.getEnd(), root);
}

export function span(file: ts.SourceFile, start: number, end: number, root: string): Location {
  return { file: relativePath(file.fileName, root), start: position(file, start), end: position(file, end) };
}

function position(file: ts.SourceFile, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** With forward slashes on every machine. */
export function relativePath(file: string, root: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}
