import type { DiagnosticEntry } from "../entry.js";

export const ruleCodes = {
  typescript: {
    severity: "error",
    message: "{message} (TS{number})",
    help: "",
  },
  "rule-none-found": {
    severity: "error",
    message: "No rule was found under {folder}.",
    help: "A rule is a file {folder}/<rule name>/rule.ts; `gatewright init` writes an example.",
  },
  "rule-no-definition": {
    severity: "error",
    message: "This module defines no rule.",
    help: "Write `export default defineRule<Parameters>()(definition)`.",
  },
  "rule-not-constant": {
    severity: "error",
    message: "{what} must be a constant that can be read without running the rule.",
    help: "Write a literal, or name a `const` that holds one.",
  },
  "rule-name-illegal": {
    severity: "error",
    message: "{name} is no legal rule name.",
    help: "Use lower-case words joined by hyphens, such as `container-no-privilege`; at most 63 characters.",
  },
  "rule-name-not-folder": {
    severity: "error",
    message: "The rule {name} lives in a folder named {folder}.",
    help: "Name both alike, so that what is generated can be found from the source.",
  },
  "rule-kind-illegal": {
    severity: "error",
    message: "{kind} is no legal kind.",
    help: "Use letters and digits beginning with a capital, such as `AcmeNoPrivilege`; at most 63 characters.",
  },
  "rule-name-duplicate": {
    severity: "error",
    message: "Two rules are named {name}: here, and in {other}.",
    help: "Rename one of them.",
  },
  "rule-kind-duplicate": {
    severity: "error",
    message: "Two rules have the kind {kind}: here, and in {other}.",
    help: "A kind belongs to one rule: constraints could not tell them apart. (Gatekeeper ignores letter case here.)",
  },
  "rule-resource-illegal": {
    severity: "error",
    message: "{name} names no resource.",
    help: 'Write "v1/Pod" for the core group, "apps/v1/Deployment" for others.',
  },
  "parameter-no-schema": {
    severity: "error",
    message: "A parameter of type {type} has no schema: {reason}.",
    help: "Use strings, numbers, booleans, unions of literals, arrays, records and interfaces of these.",
  },
  "parameter-default-tag": {
    severity: "error",
    message: "@default in a comment sets nothing.",
    help: "Write the default under `defaults` of the rule: there, types check it and the schema carries it.",
  },
  "parameter-tag-illegal": {
    severity: "error",
    message: "@{tag} needs {wanted}, and this is {found}.",
    help: "Write the value right after the tag, such as `@minimum 1`.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
