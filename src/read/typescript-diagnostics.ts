import { ts } from "ts-morph";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { span } from "./location.js";
import type { RuleProgram } from "./program.js";

/** What TypeScript itself says of the user's modules. */
export function typescriptDiagnostics(rules: RuleProgram): readonly Diagnostic[] {
  const { program } = rules;
  const own = program.getSourceFiles().filter(rules.isOwn);
  return own.flatMap((file) => {
    const syntactic = program.getSyntacticDiagnostics(file);
    const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(file);
    return found.map((each) => toDiagnostic(each, rules.root));
  });
}

function toDiagnostic(each: ts.Diagnostic, root: string): Diagnostic {
  const message = ts.flattenDiagnosticMessageText(each.messageText, "\n    ");
  const holes = { message: message.replace(/\.$/, ""), number: each.code };
  if (each.file === undefined || each.start === undefined) return diagnose("typescript", holes);
  return diagnose("typescript", holes, span(each.file, each.start, each.start + (each.length ?? 1), root));
}
