/** A text in the languages that Gatewright writes. */
export interface Localized {
  readonly en: string;
  readonly ja: string;
}

export const severities = ["Low", "Medium", "High"] as const;
export type RuleSeverity = (typeof severities)[number];

/** An entry of a rule's `on`: "apps/v1/Deployment" is group "apps", version "v1", kind "Deployment"; "v1/Pod" has group "". */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What a rule says of itself, folded from its source without running it. */
export interface RuleMetadata {
  /** Lower-case words joined by hyphens; folders and Azure's definitions use the same name. */
  readonly name: string;
  /** Kind of the constraints; the ConstraintTemplate is named by its lower-case form, as Gatekeeper demands. */
  readonly kind: string;
  readonly title: Localized;
  readonly description: Localized;
  readonly securityControl: Localized;
  readonly severity: RuleSeverity;
  readonly remediation: Localized;
  readonly link?: string;
  readonly on: readonly ResourceType[];
}
