// The public face of the rule language: what `import ... from "gatewright"` offers. Named by hand; nothing leaks.
export { type AnyContainer, type ContainerList, containers } from "./containers.js";
export {
  type CheckInput,
  type CustomResource,
  defineRule,
  type Localized,
  type NoParameters,
  type ResourceName,
  type Rule,
  type RuleDefinition,
  resource,
} from "./define-rule.js";
export { type Exclusions, isExcluded } from "./exclusions.js";
export { type FieldPath, field } from "./field.js";
export { type ImagePattern, imageMatches } from "./images.js";
export { parseInteger } from "./integers.js";
export type { KubernetesResources } from "./kubernetes.js";
export { isWindows } from "./pods.js";
export { type Port, type PortRange, portInRanges } from "./ports.js";
export { isQuantity, type Quantity, quantityExceeds } from "./quantity.js";
export type { Regex } from "./regex.js";
export { type Shown, type Violation, violation, type Where } from "./violation.js";
