import { dirname, join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { invariant } from "../ir/invariant.js";
import { type Artifact, indexPath } from "../manifest/artifact.js";
import { type Disk, realDisk } from "./disk.js";
import { type Changes, type OutputFolder, planChanges } from "./plan-changes.js";
import { newStagingName, surveyFolder } from "./survey.js";

export interface WriteOutcome {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** When there are any, nothing was changed, unless one says otherwise. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the folder hold exactly the artifacts, the index last among them; a file that is right already is not touched.
 *
 * 1. Every new file is written to a staging folder inside the output folder. A failure here leaves the old output whole.
 * 2. The new index is put there last: from then on it says which files are ours, should this build die.
 * 3. The files are renamed into their places, the index last, and what is no longer part of the output is deleted.
 */
export function writeOutput(folder: OutputFolder, artifacts: readonly Artifact[], disk: Disk = realDisk): WriteOutcome {
  const changes = planChanges(folder, artifacts);
  if (changes.diagnostics.length > 0) return { written: [], deleted: [], diagnostics: changes.diagnostics };
  const failure = applyChanges(folder, changes, artifacts, disk);
  if (failure !== undefined) return { written: [], deleted: [], diagnostics: [failure] };
  return { written: changes.toWrite.map(({ path }) => path), deleted: changes.toDelete, diagnostics: [] };
}

function applyChanges(
  { name }: OutputFolder,
  changes: Changes,
  artifacts: readonly Artifact[],
  disk: Disk,
): Diagnostic | undefined {
  const staging = join(changes.root, newStagingName());
  let state = "Nothing was changed.";
  try {
    if (changes.toWrite.length + changes.toDelete.length > 0) {
      stage(disk, staging, changes, artifacts);
      state = "Some files are new and some are old: build again when this is mended.";
      putInPlace(disk, staging, changes);
    }
    for (const left of changes.debris) disk.deleteTree(join(changes.root, left));
    return undefined;
  } catch (error) {
    return diagnose("output-write", { path: name, problem: systemProblem(error), state });
  }
}

function stage(disk: Disk, staging: string, { toWrite }: Changes, artifacts: readonly Artifact[]): void {
  const index = artifacts.at(-1);
  invariant(index?.path === indexPath, "the index is not the last artifact");
  try {
    disk.makeFolder(staging);
    for (const [number, { content }] of toWrite.entries()) disk.writeFile(join(staging, String(number)), content);
    disk.writeFile(join(staging, "index.new"), index.content);
    disk.rename(join(staging, "index.new"), join(staging, indexPath));
  } catch (error) {
    disk.deleteTree(staging);
    throw error;
  }
}

function putInPlace(disk: Disk, staging: string, { root, toWrite, toDelete }: Changes): void {
  const inTheWay = toDelete.filter((old) => toWrite.some(({ path }) => isWithin(path, old) || isWithin(old, path)));
  deleteFiles(disk, root, inTheWay);
  for (const folder of new Set(toWrite.map(({ path }) => dirname(path)))) disk.makeFolder(join(root, folder));
  const moves = [...toWrite.entries()];
  const move = ([number, { path }]: [number, Artifact]): void => {
    disk.rename(join(staging, String(number)), join(root, path));
  };
  for (const each of moves.filter(([, { path }]) => path !== indexPath)) move(each);
  const rest = toDelete.filter((old) => !inTheWay.includes(old));
  deleteFiles(disk, root, rest);
  // Not before: the old index, where it lies, is what says that the files deleted above were ours.
  for (const each of moves.filter(([, { path }]) => path === indexPath)) move(each);
  disk.deleteTree(staging);
}

/** Whether one path, become a folder, would hold the other. */
function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`);
}

/** Folders that are empty then go too; they are no part of any output. */
function deleteFiles(disk: Disk, root: string, paths: readonly string[]): void {
  for (const path of paths) disk.deleteFile(join(root, path));
  const { files, folders, others } = surveyFolder(root);
  const inner = [...folders].sort().reverse();
  for (const folder of inner) {
    if (![...files, ...others].some((path) => isWithin(path, folder))) disk.deleteFolder(join(root, folder));
  }
}

/** What the system says, without the call and the path that Node adds: "permission denied", "no space left on device". */
function systemProblem(error: unknown): string {
  if (!(error instanceof Error && "code" in error)) throw error;
  return error.message.replace(/^[A-Z0-9]+: /, "").replace(/, \w+( '.*)?$/s, "");
}
