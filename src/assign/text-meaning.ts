import { isQuantity } from "../authoring/quantity.js";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { TextMeaning } from "../ir/parameter-schema.js";
import type { Spot } from "./yaml-tree.js";

/** What an editor can know of a text's meaning: necessary for it to be legal, and with `checkMeaning` sufficient. */
export interface TextShape {
  readonly pattern: string;
  readonly explained: string;
}

const port = "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

/** Regular expressions are RE2's to judge, so an editor can only ask for one that is not empty. */
export const textShapes: Readonly<Record<TextMeaning, TextShape>> = {
  quantity: {
    pattern: "^[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$",
    explained: 'A Kubernetes quantity, such as "500m", "2", "64Gi" or "1e3".',
  },
  regex: { pattern: "^[\\s\\S]", explained: "A regular expression in RE2 syntax, not empty." },
  "image-pattern": {
    pattern: "^(?:[^*\\s]+\\*?|\\*)$",
    explained: 'An image in full, or its beginning with one "*" at the end.',
  },
  "port-range": {
    pattern: `^(?:-1|${port}(?:-${port})?)$`,
    explained: 'A port ("80"), a range ("3000-5000"), or "-1" for none; ports are 1 to 65535.',
  },
};

/** A legal regular expression is left to RE2: here only the empty one is refused, which matches everything. */
export function checkMeaning(meaning: TextMeaning, text: string, { path, at }: Spot): Diagnostic[] {
  switch (meaning) {
    case "quantity":
      // Kubernetes reads "m" as zero; here it can only be a slip.
      return isQuantity(text) && /[0-9]/.test(text) ? [] : [diagnose("assignment-quantity", { path, text }, at)];
    case "regex": {
      const holes = { path, problem: "it is empty", advice: "Write '.*' if every text is to match." };
      return text === "" ? [diagnose("assignment-regex", holes, at)] : [];
    }
    case "image-pattern": {
      const problem = imagePatternProblem(text);
      return problem === undefined ? [] : [diagnose("assignment-image-pattern", { path, text, problem }, at)];
    }
    case "port-range": {
      const problem = portRangeProblem(text);
      return problem === undefined ? [] : [diagnose("assignment-port-range", { path, text, problem }, at)];
    }
  }
}

function imagePatternProblem(text: string): string | undefined {
  if (text === "") return "it is empty";
  if (/\s/.test(text)) return "no image has white space in it";
  return text.slice(0, -1).includes("*") ? 'a "*" stands at the end only' : undefined;
}

function portRangeProblem(text: string): string | undefined {
  if (text === "-1") return undefined;
  const ends = text.split("-");
  if (ends.length > 2 || !ends.every((end) => /^[0-9]+$/.test(end))) return "it is neither";
  const wrong = ends.find((end) => !isPort(end));
  if (wrong !== undefined) return `${wrong} is no port`;
  const [low, high] = ends.map(Number);
  return high !== undefined && Number(low) > high ? "its beginning is above its end" : undefined;
}

/** "080" is refused: one port, one way to write it. */
function isPort(digits: string): boolean {
  return !digits.startsWith("0") && Number(digits) <= 65535;
}
