import type { Location } from "../diagnostics/diagnostic.js";
import type { RuleMetadata } from "../ir/metadata.js";

/** A rule as the checks see it: what it says of itself, and where it says so. */
export interface PlacedRule {
  readonly metadata: RuleMetadata;
  /** Of its module, relative to the project. */
  readonly path: string;
  readonly nameAt: Location;
  readonly kindAt: Location;
}
