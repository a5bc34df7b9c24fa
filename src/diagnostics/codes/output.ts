import type { DiagnosticEntry } from "../table.js";

export const outputCodes = {
} as const satisfies Record<string, DiagnosticEntry>;
