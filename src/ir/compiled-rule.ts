import type { RuleMetadata } from "./metadata.js";
import type { ParameterSchema } from "./parameter-schema.js";

/** A library module that a template embeds: `text` is Rego of package `lib.<name>`. */
export interface RegoLibrary {
  readonly name: string;
  readonly text: string;
}

/** The Rego of one rule, as it goes into its ConstraintTemplate. */
export interface RegoPolicy {
  /** For example "gatewright.container_no_privilege"; the rule's violations are `data.<package>.violation`. */
  readonly package: string;
  readonly module: string;
  /** Sorted by name; only what the module uses. */
  readonly libraries: readonly RegoLibrary[];
}

/** All that the later stages know of a rule. Nothing in it depends on the machine or the checkout's path. */
export interface CompiledRule {
  readonly metadata: RuleMetadata;
  readonly parameters: ParameterSchema;
  readonly source: {
    /** Relative to the project's folder, forward slashes. */
    readonly file: string;
    readonly text: string;
    /** "sha256:<hex>" over the rule's module and those of the rule package that it imports, names and texts. */
    readonly digest: string;
  };
  readonly rego: RegoPolicy;
}
