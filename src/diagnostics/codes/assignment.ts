import type { DiagnosticEntry } from "../table.js";

export const assignmentCodes = {
} as const satisfies Record<string, DiagnosticEntry>;
