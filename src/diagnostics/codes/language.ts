import type { DiagnosticEntry } from "../table.js";

export const languageCodes = {
  "unsupported-syntax": {
    severity: "error",
    message: "{construct} is not part of the rule language.",
    help: "{instead}",
  },
} as const satisfies Record<string, DiagnosticEntry>;
