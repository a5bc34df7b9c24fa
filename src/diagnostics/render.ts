import type { Diagnostic, Location } from "./diagnostic.js";

export interface RenderOptions {
  readonly color: boolean;
  /** The text of a file named by a location, for the frame; undefined when it cannot be read. */
  readonly sourceText: (file: string) => string | undefined;
}

/** A diagnostic as tsc and eslint users expect it: place, severity, code, message, source frame, what to do. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = painter(options.color);
  const tone = diagnostic.severity === "error" ? paint.red : paint.yellow;
  const place = diagnostic.location === undefined ? "" : `${placeText(diagnostic.location)} - `;
  const head = `${paint.cyan(place)}${tone(diagnostic.severity)} ${paint.dim(diagnostic.code)}: ${diagnostic.message}`;
  const frame = diagnostic.location === undefined ? [] : sourceFrame(diagnostic.location, options, tone);
  const help = diagnostic.help === undefined ? [] : [`  ${paint.bold("help:")} ${diagnostic.help}`];
  return `${[head, ...frame, ...help].join("\n")}\n`;
}

export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options)).join("\n");
}

function placeText({ file, start }: Location): string {
  return `${file}:${start.line}:${start.column}`;
}

function sourceFrame(location: Location, options: RenderOptions, tone: Paint): string[] {
  const line = options.sourceText(location.file)?.split(/\r?\n/)[location.start.line - 1];
  if (line === undefined) return [];
  const number = String(location.start.line);
  const from = location.start.column - 1;
  const end = location.end;
  const to = end === undefined ? from + 1 : end.line === location.start.line ? end.column - 1 : line.length;
  // Tabs stay tabs in the margin, so that the mark stands under its text at any tab width.
  const margin = line.slice(0, from).replace(/[^\t]/g, " ");
  return [
    `  ${number} | ${line}`,
    `  ${" ".repeat(number.length)} | ${margin}${tone("^".repeat(Math.max(1, to - from)))}`,
  ];
}

type Paint = (text: string) => string;

function painter(color: boolean): Record<"red" | "yellow" | "cyan" | "dim" | "bold", Paint> {
  const sgr =
    (open: number, close: number): Paint =>
    (text) =>
      color && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { red: sgr(31, 39), yellow: sgr(33, 39), cyan: sgr(36, 39), dim: sgr(2, 22), bold: sgr(1, 22) };
}
