import type { DiagnosticEntry } from "../table.js";

export const resourceCodes = {
} as const satisfies Record<string, DiagnosticEntry>;
