import type { DiagnosticEntry } from "../entry.js";

/** Manifests that cannot be read, and Gatekeeper's objects that say something Gatekeeper refuses. */
export const resourceCodes = {
  "file-not-found": {
    severity: "error",
    message: "{path} does not exist.",
    help: "Name a file, a folder, or - for standard input.",
  },
  "file-unreadable": {
    severity: "error",
    message: "{path} cannot be read: {reason}.",
    help: "",
  },
  "file-not-text": {
    severity: "error",
    message: "This is not text: {reason}.",
    help: "Manifests are YAML or JSON in UTF-8.",
  },
  "no-manifests": {
    severity: "error",
    message: "{path} holds no Kubernetes objects.",
    help: "Folders are searched for *.yaml, *.yml and *.json, at any depth.",
  },
  "yaml-syntax": {
    severity: "error",
    message: "Kubernetes cannot read this YAML: {reason}.",
    help: "",
  },
  "yaml-duplicate-key": {
    severity: "error",
    message: "The key {key} is here twice; a reader of YAML keeps one of them and drops the other.",
    help: "Remove one of the two.",
  },
  "yaml-value": {
    severity: "error",
    message: "{value} has no form in JSON, which is what Kubernetes stores.",
    help: "",
  },
  "yaml-aliases": {
    severity: "error",
    message: "The aliases here expand to far more than the document itself.",
    help: "Write the values out; Kubernetes refuses such a document too.",
  },
  "yaml-depth": {
    severity: "error",
    message: "This is nested too deeply to be read.",
    help: "",
  },
  "document-shape": {
    severity: "error",
    message: "This document is {found}, not a Kubernetes object.",
    help: "A Kubernetes object is a mapping with apiVersion and kind.",
  },
  "object-without-type": {
    severity: "error",
    message: "This object has no {missing}, so nothing can tell which rules look at it.",
    help: "Add {missing}.",
  },
  "not-a-manifest": {
    severity: "warning",
    message: "This is no Kubernetes object (neither apiVersion nor kind); it was passed over.",
    help: "",
  },
  "template-invalid": {
    severity: "error",
    message: "Gatekeeper refuses this ConstraintTemplate: {reason}.",
    help: "",
  },
  "template-not-judged": {
    severity: "error",
    message:
      "The template {kind} has no Rego, only {engines}; Gatewright evaluates Rego alone, so nothing was judged by it.",
    help: "Add Rego code to the template, or verify it with gator.",
  },
  "template-has-cel": {
    severity: "warning",
    message:
      "The template {kind} has CEL as well, which Gatekeeper evaluates when it is there; its Rego was judged here.",
    help: "Make sure that the two agree, or remove one of them.",
  },
  "template-rego": {
    severity: "error",
    message: "The Rego of the template {kind} does not compile: {reason}.",
    help: "",
  },
  "constraint-invalid": {
    severity: "error",
    message: "Gatekeeper refuses this constraint: {reason}.",
    help: "",
  },
  "constraint-schema": {
    severity: "error",
    message: "This constraint does not fit the schema of {kind}: {reason}.",
    help: "",
  },
  "policy-missing": {
    severity: "error",
    message: "{folder} holds no compiled bundle: {file} is missing.",
    help: "Run gatewright build, or name the folder of a bundle with --bundle.",
  },
  "policy-invalid": {
    severity: "error",
    message: "{file} is no bundle description that this version of Gatewright reads: {reason}.",
    help: "Run gatewright build with this version.",
  },
  "policy-digest": {
    severity: "error",
    message: "{file} is not the module that policy.json describes: its digest is {found}.",
    help: "Run gatewright build.",
  },
  "assignment-missing": {
    severity: "error",
    message: "The bundle in {folder} has no assignment {name}.",
    help: "It has: {known}.",
  },
  "constraint-without-template": {
    severity: "error",
    message: "No template here defines the kind {kind}.",
    help: "Gatekeeper learns a constraint's kind from its ConstraintTemplate.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
