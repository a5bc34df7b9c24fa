import type { DiagnosticEntry } from "../table.js";

export const ruleCodes = {
} as const satisfies Record<string, DiagnosticEntry>;
