import type { DiagnosticEntry } from "../entry.js";

export const assignmentCodes = {
  // The text as YAML.
  "assignment-yaml": { severity: "error", message: "This is not YAML: {problem}.", help: "" },
  "assignment-several-documents": {
    severity: "error",
    message: "A file holds one assignment, and a second YAML document begins here.",
    help: "Move it to a file of its own.",
  },
  "assignment-yaml-version": {
    severity: "error",
    message: "Assignments are read as YAML 1.2, and this file asks for {version}.",
    help: "Remove the directive.",
  },
  "assignment-yaml-tag": {
    severity: "error",
    message: "The tag {tag} has no meaning in an assignment.",
    help: "Remove the tag; quotes make a value text.",
  },
  "assignment-yaml-alias": { severity: "error", message: "The alias *{alias} {problem}.", help: "{advice}" },
  "assignment-duplicate-key": {
    severity: "error",
    message: 'The key "{key}" is already on line {line}; only one of them can hold.',
    help: "Remove one of them.",
  },
  "assignment-key-not-text": {
    severity: "error",
    message: "A key must be text, and {key} is not.",
    help: "Write it in quotes if it is meant as text.",
  },
  "assignment-number": {
    severity: "error",
    message: "{text} is no number that survives as JSON.",
    help: "Write a whole number between -9007199254740991 and 9007199254740991, or quote it if it is text.",
  },
  "assignment-yaml-1-1": {
    severity: "warning",
    message: "{text} without quotes is {here} in an assignment (YAML 1.2), but {elsewhere} to a reader of YAML 1.1.",
    help: "{advice}",
  },

  // Its shape.
  "assignment-not-a-mapping": {
    severity: "error",
    message: "An assignment is a mapping with apiVersion, kind, metadata and spec; this file {found}.",
    help: "",
  },
  "assignment-unknown-version": {
    severity: "error",
    message: "apiVersion is {found}, which this Gatewright does not know.",
    help: "Write apiVersion: {expected}.",
  },
  "assignment-unknown-kind": {
    severity: "error",
    message: "kind is {found}, and a file of assignments holds kind: {expected}.",
    help: "Correct the kind, or move the file elsewhere.",
  },
  "assignment-missing-key": { severity: "error", message: "{path} is missing.", help: "{advice}" },
  "assignment-unknown-key": {
    severity: "error",
    message: '{parent} has no key "{key}".',
    help: "{advice}",
  },
  "assignment-unknown-rule": { severity: "error", message: 'There is no rule "{rule}".', help: "{advice}" },
  "assignment-unknown-parameter": {
    severity: "error",
    message: 'The rule {rule} has no parameter "{parameter}".',
    help: "{advice}",
  },
  "assignment-no-value": {
    severity: "error",
    message: "{path} has no value.",
    help: "Give it {expected}, or leave it out where it is optional.",
  },
  "assignment-wrong-type": {
    severity: "error",
    message: "{path} must be {expected}, and this is {found}.",
    help: "{advice}",
  },

  // Its name, its effects, its namespaces.
  "assignment-illegal-name": {
    severity: "error",
    message: '"{name}" is no legal name for an assignment.',
    help: 'Use lower-case letters, digits and "-", beginning and ending with a letter or digit (an RFC 1123 label).',
  },
  "assignment-name-too-long": {
    severity: "error",
    message:
      'The name "{name}" is too long: constraints are named after it and their rule, and Gatekeeper refuses names above {limit} characters.',
    help: "Shorten it to {allowed} characters or fewer.",
  },
  "assignment-name-taken": {
    severity: "error",
    message: '{file} (line {line}) already has an assignment named "{name}".',
    help: "Rename one of them: constraints are named after their assignment.",
  },
  "assignment-file-name": {
    severity: "warning",
    message: 'The assignment "{name}" is in a file of another name.',
    help: "Rename the file to {expected}.",
  },
  "assignment-unknown-effect": {
    severity: "error",
    message: '{path} is "{effect}", which is no effect.',
    help: "{advice}",
  },
  "assignment-illegal-namespace": {
    severity: "error",
    message: '"{glob}" is no legal name or glob of namespaces.',
    help: "{advice}",
  },
  "assignment-excludes-everything": {
    severity: "warning",
    message: '"{glob}" excludes every namespace.',
    help: "To switch a rule off, write effect: disabled.",
  },
  "assignment-duplicate-item": {
    severity: "warning",
    message: "{path} repeats {item}, which is already on line {line}.",
    help: "Remove one of them.",
  },

  // Its parameters.
  "assignment-not-allowed": {
    severity: "error",
    message: "{path} is {found}, which is not allowed.",
    help: "{advice}",
  },
  "assignment-out-of-range": {
    severity: "error",
    message: "{path} is {found}, which is out of range.",
    help: "Allowed: {allowed}.",
  },
  "assignment-wrong-size": {
    severity: "error",
    message: "{path} has {found}.",
    help: "Allowed: {allowed}.",
  },
  "assignment-pattern": {
    severity: "error",
    message: '{path} is "{text}", which does not match {pattern}.',
    help: "",
  },
  "assignment-quantity": {
    severity: "error",
    message: '{path} is "{text}", which is no Kubernetes quantity.',
    help: 'Write a number with or without a suffix, such as "500m", "2", "64Gi" or "1e3".',
  },
  "assignment-port-range": {
    severity: "error",
    message: '{path} is "{text}", which is no port and no range of ports: {problem}.',
    help: 'Write a port ("80"), a range ("3000-5000"), or "-1" for none; ports are 1 to 65535.',
  },
  "assignment-image-pattern": {
    severity: "error",
    message: '{path} is "{text}", which cannot match as written: {problem}.',
    help: 'Write an image in full, or its beginning with one "*" at the end, such as "registry.example.com/tools/*".',
  },
  "assignment-regex": {
    severity: "error",
    message: "{path} is no regular expression that RE2 accepts: {problem}.",
    help: "{advice}",
  },
  "assignment-regex-unanchored": {
    severity: "warning",
    message: "{path} is searched for anywhere in the text, because nothing ties it to the beginning.",
    help: "Write {mended} (single quotes keep backslashes as they are).",
  },
  "assignment-regex-host-dot": {
    severity: "warning",
    message: '{path} names the host "{host}", where an unescaped "." stands for any character.',
    help: "Write {mended} (single quotes keep backslashes as they are).",
  },
  "assignment-regex-host-wildcard": {
    severity: "warning",
    message:
      '{path} has "{wildcard}" before the host "{host}"; it also matches a "/", so the host may stand in a path.',
    help: "Write {mended} (single quotes keep backslashes as they are).",
  },

  // Its meaning.
  "assignment-deny-not-configured": {
    severity: "error",
    message:
      "The rule {rule} cannot deny before it is configured: it would refuse everything it looks at. Not set: {missing}.",
    help: "Set {missing} under spec.rules.{rule}.parameters, or give the rule another effect until then.",
  },
  "assignment-warn-not-configured": {
    severity: "warning",
    message: "The rule {rule} warns about everything it looks at until it is configured. Not set: {missing}.",
    help: "Set {missing} under spec.rules.{rule}.parameters.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
