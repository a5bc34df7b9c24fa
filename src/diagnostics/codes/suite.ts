import type { DiagnosticEntry } from "../table.js";

export const suiteCodes = {
} as const satisfies Record<string, DiagnosticEntry>;
