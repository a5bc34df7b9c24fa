import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { OutputFolder } from "../write/plan-changes.js";

/** What a user may say of a project's folders, relative to the working folder. */
export interface FolderOptions {
  readonly rules?: string;
  readonly assignments?: string;
  readonly out: string;
}

/** A project, as a build wants it. */
export interface ProjectFolders {
  /** Absolute: the working folder. */
  readonly root: string;
  readonly rules: string;
  /** Absent when there is no such folder. */
  readonly assignments?: string;
  readonly output: OutputFolder;
}

export type FoundProject =
  | { readonly ok: true; readonly folders: ProjectFolders }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const usualRules = ["rules", "src/rules"] as const;
const usualAssignments = "assignments";

/** Finds a project's folders in the working folder: those that the user names, else those with the usual names. */
export function findProject(root: string, options: FolderOptions): FoundProject {
  const rules = options.rules ?? usualRules.find((folder) => isFolder(root, folder));
  const assignments = options.assignments ?? (isFolder(root, usualAssignments) ? usualAssignments : undefined);
  const diagnostics = [
    ...(rules === undefined ? [diagnose("rules-folder-missing", { looked: usualRules.join(" nor ") })] : []),
    ...[rules, assignments].flatMap((folder) => (folder === undefined ? [] : folderProblems(root, folder))),
  ];
  if (rules === undefined || diagnostics.length > 0) return { ok: false, diagnostics };
  const folders = {
    root,
    rules: fromRoot(root, rules),
    ...(assignments === undefined ? {} : { assignments: fromRoot(root, assignments) }),
    output: { path: resolve(root, options.out), name: fromRoot(root, options.out) },
  };
  return { ok: true, folders };
}

function folderProblems(root: string, folder: string): Diagnostic[] {
  if (!isFolder(root, folder)) return [diagnose("folder-missing", { folder })];
  return fromRoot(root, folder).startsWith("..") ? [diagnose("folder-outside-project", { folder, root })] : [];
}

function isFolder(root: string, folder: string): boolean {
  return statSync(resolve(root, folder), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A folder as messages and the output name it: relative to the root, forward slashes. */
function fromRoot(root: string, folder: string): string {
  return relative(root, resolve(root, folder)).split(sep).join("/") || ".";
}
