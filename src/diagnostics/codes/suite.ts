import type { DiagnosticEntry } from "../entry.js";

/** Suites of gator's format, and what verifying them finds. */
export const suiteCodes = {
  "no-suite-found": {
    severity: "error",
    message: "No suite was found in {paths}, so nothing was verified.",
    help: "A suite is a YAML file with apiVersion test.gatekeeper.sh/v1alpha1 and kind Suite; gatewright build writes one for each rule.",
  },
  "nothing-selected": {
    severity: "error",
    message: "No case of the suites in {paths} is selected by --run {pattern}, so nothing was verified.",
    help: "",
  },
  "suite-value": {
    severity: "error",
    message: "{field} must be {expected}, not {found}.",
    help: "",
  },
  "suite-unknown-field": {
    severity: "warning",
    message: "{place} has no field {field}; gator passes over it in silence.",
    help: "It has: {known}.",
  },
  "suite-missing-field": {
    severity: "error",
    message: "{place} has no {field}.",
    help: "",
  },
  "case-without-assertions": {
    severity: "error",
    message: "The case {name} asserts nothing, so it could not fail.",
    help: "Add an assertion, for example `violations: no`; gator refuses such a case too.",
  },
  "case-object-count": {
    severity: "error",
    message: "{file} holds {count} objects, and a case judges exactly one.",
    help: "Objects that the policy only looks up belong under inventory.",
  },
  "case-review": {
    severity: "error",
    message: "The object of the case {name} cannot be reviewed: {reason}.",
    help: "",
  },
  "case-evaluation": {
    severity: "error",
    message: "The case {name} could not be judged: {reason}.",
    help: "",
  },
  "message-pattern": {
    severity: "error",
    message: "{pattern} is no regular expression that gator reads (RE2): {reason}.",
    help: "",
  },
  "wrong-kind-of-object": {
    severity: "error",
    message: "{file} holds no {expected}: {found}.",
    help: "",
  },
  "expansion-invalid": {
    severity: "error",
    message: "This is no ExpansionTemplate that Gatekeeper accepts: {reason}.",
    help: "",
  },
  "policy-stale": {
    severity: "error",
    message: "{file} is not what these templates compile to.",
    help: "Run gatewright build.",
  },
  "opa-failed": {
    severity: "error",
    message: "The embedded OPA gave no answer: {reason}.",
    help: "",
  },
  "run-pattern": {
    severity: "error",
    message: "--run {pattern} cannot be used: {reason}.",
    help: "Use a plain regular expression; <tests>//<cases> selects by both names.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
