import type { ResourceType, RuleMetadata } from "../ir/metadata.js";
import type { Json, ParameterSchema } from "../ir/parameter-schema.js";

export const apiVersion = "gatewright.dev/v1alpha1";
export const kind = "Assignment";

/** What an assignment may ask of a rule. */
export const effects = ["audit", "deny", "warn", "disabled"] as const;
export type Effect = (typeof effects)[number];

/** What Gatekeeper calls an effect in a Constraint; a disabled rule has no Constraint. */
export type EnforcementAction = "dryrun" | "deny" | "warn";

/** What has to be known of a rule to assign it; a CompiledRule fits. */
export interface AssignableRule {
  readonly metadata: RuleMetadata;
  readonly parameters: ParameterSchema;
}

/** An assignment file as it was read. `file` is as diagnostics name it. */
export interface AssignmentText {
  readonly file: string;
  readonly text: string;
}

/** One Constraint to be written. */
export interface ResolvedConstraint {
  readonly rule: string;
  /** The Constraint's kind, as the rule's template defines it. */
  readonly kind: string;
  /** `<assignment>-<rule>`, at most 63 characters. */
  readonly name: string;
  readonly enforcementAction: EnforcementAction;
  readonly on: readonly ResourceType[];
  /** Those for all rules first, then the rule's own; none twice. */
  readonly excludedNamespaces: readonly string[];
  /**
   * Only what the assignment gives: defaults are the API server's to apply. It applies none where `parameters` is absent
   * altogether, so the record is always there, and so must `spec.parameters` be.
   */
  readonly parameters: Readonly<Record<string, Json>>;
}

/** A rule whose constraint lacks required parameters: it reports every object that it looks at, with that reason. */
export interface NotConfigured {
  readonly rule: string;
  /** In the order of the rule's own declaration. */
  readonly missing: readonly string[];
}

/** What one assignment means for a rule set; lists of rules are sorted by name. */
export interface ResolvedAssignment {
  readonly name: string;
  readonly file: string;
  readonly description?: string;
  readonly constraints: readonly ResolvedConstraint[];
  readonly disabled: readonly string[];
  readonly notConfigured: readonly NotConfigured[];
}
