import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";

/** Decodes a manifest: UTF-8, or UTF-16 with a byte order mark; the mark is dropped. */
export function decodeText(file: string, bytes: Uint8Array): string | Diagnostic {
  const encoding = utf16Encoding(bytes) ?? "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return notText(file, `it is not valid ${encoding.toUpperCase()}`);
  }
  const control = controlCharacter.exec(text);
  if (control === null) return text;
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const before = text.slice(0, control.index).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  return notText(file, `it holds the control character U+${code}`, { line: before.length, column });
}

/** What YAML forbids everywhere. */
const controlCharacter = /[^\P{Cc}\t\n\r\u0085]/u;

function utf16Encoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function notText(file: string, reason: string, start = { line: 1, column: 1 }): Diagnostic {
  return diagnose("file-not-text", { reason }, { file, start });
}
