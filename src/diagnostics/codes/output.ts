import type { DiagnosticEntry } from "../entry.js";

/** Fixtures, what is emitted from them and the rules, and the files on disk. */
export const outputCodes = {
  "fixture-yaml": {
    severity: "error",
    message: "This YAML cannot be read: {problem}.",
    help: "",
  },
  "fixture-unknown-key": {
    severity: "error",
    message: '{place} has no key "{key}".',
    help: "{suggestion}",
  },
  "fixture-missing-key": {
    severity: "error",
    message: '{place} has no "{key}".',
    help: "{instead}",
  },
  "fixture-type": {
    severity: "error",
    message: "{what} must be {expected}, not {found}.",
    help: "",
  },
  "fixture-name": {
    severity: "error",
    message: '"{name}" cannot name a {what}: names are lower-case words and numbers joined by hyphens.',
    help: 'For example "{example}".',
  },
  "fixture-name-taken": {
    severity: "error",
    message: 'A case cannot be named "{name}": its sample would lie where that of the constraint lies.',
    help: "Choose another name.",
  },
  "fixture-number": {
    severity: "error",
    message: "The number {number} is not one that JSON and every reader of it can hold.",
    help: "Write an integer between -9007199254740991 and 9007199254740991, or put the number in quotes.",
  },
  "fixture-file": {
    severity: "error",
    message: "{file} is no fixture file: fixtures are files named cases/<test>.yaml.",
    help: "Rename it, or move it out of the folder.",
  },
  "fixture-kind": {
    severity: "error",
    message: "The rule looks at {on}, so a {found} is never judged and this case cannot fail.",
    help: "Give the case an object that the rule looks at.",
  },
  "fixtures-missing": {
    severity: "error",
    message: 'The rule "{rule}" has no fixtures.',
    help: "Write {folder}/<test>.yaml with at least one case that passes and one that fails; docs/fixtures.md shows how.",
  },
  "fixtures-one-sided": {
    severity: "warning",
    message: 'No case of the rule "{rule}" expects {missing}.',
    help: "Add such a case to a file in {folder}.",
  },
  "rules-folder-missing": {
    severity: "error",
    message: "There are no rules here: neither {looked} exists.",
    help: "Run this in the folder of your rule package, name the folder with --rules, or begin one with `gatewright init <folder>`.",
  },
  "folder-missing": {
    severity: "error",
    message: "The folder {folder} does not exist.",
    help: "",
  },
  "folder-outside-project": {
    severity: "error",
    message: "The folder {folder} is not inside the project's folder {root}.",
    help: "Run this in a folder that holds both, so that the output can name its sources.",
  },
  "emitted-rego-invalid": {
    severity: "error",
    message:
      "The Rego that Gatewright made of {source} is not right: {problem}. This is a bug of Gatewright, not yours.",
    help: "Please report it, with the source of the rule.",
  },
  "opa-unavailable": {
    severity: "error",
    message: "The embedded OPA did not answer: {problem}.",
    help: "Try again; if it stays, reinstall gatewright.",
  },
  "output-foreign-file": {
    severity: "error",
    message: "{path} was not made by Gatewright, so the output folder is left as it is.",
    help: "Move the file elsewhere, or choose another folder with --out.",
  },
  "output-not-a-file": {
    severity: "error",
    message: "{path} is {found} where Gatewright writes {expected}, so the output folder is left as it is.",
    help: "Remove it, or choose another folder with --out.",
  },
  "output-index-invalid": {
    severity: "error",
    message:
      "{path} is not an index that Gatewright wrote ({problem}), so it cannot tell which files here are its own.",
    help: "Restore the file, or delete the output folder and build again.",
  },
  "output-foreign-files": {
    severity: "error",
    message: "{count} more files in {folder} were not made by Gatewright.",
    help: "",
  },
  "output-write": {
    severity: "error",
    message: "{path} cannot be written: {problem}.",
    help: "{state}",
  },
  "output-stale": {
    severity: "error",
    message: "{path} is stale: {difference}.",
    help: "",
  },
  "output-missing": {
    severity: "error",
    message: "{path} is missing.",
    help: "",
  },
  "output-extra": {
    severity: "error",
    message: "{path} is not part of the output.",
    help: "",
  },
  "init-folder-used": {
    severity: "error",
    message: "{folder} is there already and is not an empty folder; nothing was written.",
    help: "Choose a folder that does not exist yet.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
