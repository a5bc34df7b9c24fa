import { countResults, type VerifyResult } from "../suite/result.js";

/**
 * Everything that verifying found, for programs. `formatVersion` grows when a reader of the old form would be misled.
 */
export function verifyJson(result: VerifyResult): string {
  const { suites, problems, failures, durationMs } = result;
  const report = { formatVersion: 1, summary: { ...countResults(result), durationMs }, problems, failures, suites };
  return `${JSON.stringify(report, null, 2)}\n`;
}
