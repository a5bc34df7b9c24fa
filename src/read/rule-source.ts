import type { ts } from "ts-morph";
import type { Location } from "../diagnostics/diagnostic.js";
import type { RuleMetadata } from "../ir/metadata.js";
import type { Json } from "../ir/parameter-schema.js";

/** A rule as it was found: metadata folded, the rest still TypeScript for `schema` and `lower` to read. */
export interface RuleSource {
  readonly metadata: RuleMetadata;
  readonly file: ts.SourceFile;
  /** Relative to the project, forward slashes. */
  readonly path: string;
  readonly nameAt: Location;
  readonly kindAt: Location;
  /** The type argument of `defineRule<Parameters>()`; absent when the rule has no parameters. */
  readonly parametersType?: ts.TypeNode;
  readonly defaults: Readonly<Record<string, Json>>;
  readonly check: ts.FunctionLikeDeclaration;
}
