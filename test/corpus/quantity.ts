import { readFileSync } from "node:fs";

interface Corpus {
  /** What said all this. */
  readonly authority: string;
  readonly legal: readonly string[];
  readonly illegal: readonly string[];
  /** Such as "1Ki > 1k"; every text is a legal one, and none has a space. */
  readonly comparisons: readonly string[];
}

// The generator beside it (quantity/generate) writes this shape.
export const corpus = JSON.parse(readFileSync(new URL("quantity.json", import.meta.url), "utf8")) as Corpus;

export interface Comparison {
  readonly left: string;
  readonly right: string;
  /** "<", "=" or ">". */
  readonly order: string;
}

export const comparisons: readonly Comparison[] = corpus.comparisons.map((line) => {
  const [left = "", order = "", right = ""] = line.split(" ");
  return { left, order, right };
});
