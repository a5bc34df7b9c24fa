import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { positionAt, type SourceDocument } from "./source.js";
import { yamlLibrary } from "./yaml-library.js";

/** A document as the `yaml` package composes it. */
export type YamlDocument = ReturnType<ReturnType<typeof yamlLibrary>["parseDocument"]>;
export type YamlNode = YamlDocument["contents"];

/**
 * Composes a document without giving a meaning to any scalar ("failsafe"): what a scalar means is decided in one place,
 * by `resolvePlain`. The error of a document that Kubernetes could not read either.
 */
export function composeYaml(source: SourceDocument): { readonly document: YamlDocument } | Diagnostic {
  try {
    const document = yamlLibrary().parseDocument(source.text, {
      version: "1.1",
      schema: "failsafe",
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "error",
    });
    const error = document.errors[0];
    if (error === undefined) return { document };
    const isTooDeep = error.code === "RESOURCE_EXHAUSTION";
    return isTooDeep ? depthDiagnostic(source) : syntaxDiagnostic(source, error.message, error.pos[0]);
  } catch (error) {
    // The parser recurses for each level of nesting, and does not always notice that it went too far.
    if (error instanceof RangeError) return depthDiagnostic(source);
    throw error;
  }
}

export function depthDiagnostic(source: SourceDocument): Diagnostic {
  return diagnose("yaml-depth", {}, { file: source.file, start: positionAt(source, 0) });
}

function syntaxDiagnostic(source: SourceDocument, message: string, offset: number): Diagnostic {
  const reason = message.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return diagnose("yaml-syntax", { reason }, { file: source.file, start: positionAt(source, offset) });
}
