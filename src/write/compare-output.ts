import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type Artifact, digestOf, indexPath } from "../manifest/artifact.js";
import { readIndexFile } from "./index-file.js";
import { checkFolder, type OutputFolder } from "./plan-changes.js";
import { surveyFolder } from "./survey.js";

/** What a build would change in the folder, file by file, in the order of paths; nothing when there is no drift. */
export function compareOutput(folder: OutputFolder, artifacts: readonly Artifact[]): Diagnostic[] {
  if (!existsSync(folder.path)) return [diagnose("output-missing", { path: folder.name })];
  const blocked = checkFolder(folder);
  if (blocked !== undefined) return [blocked];
  const { files, others, staging } = surveyFolder(folder.path);
  const wanted = new Map(artifacts.map((artifact) => [artifact.path, artifact]));
  const paths = new Set([...wanted.keys(), ...files, ...others, ...staging]);
  return [...paths].sort().flatMap((path) => {
    const artifact = wanted.get(path);
    const place = { path: `${folder.name}/${path}` };
    if (artifact === undefined) return [diagnose("output-extra", place)];
    if (others.includes(path)) return [diagnose("output-stale", { ...place, difference: "it is no plain file" })];
    if (!files.includes(path)) return [diagnose("output-missing", place)];
    const difference = differenceBetween(readFileSync(join(folder.path, path)), artifact.content);
    return difference === undefined ? [] : [diagnose("output-stale", { ...place, difference })];
  });
}

function differenceBetween(found: Buffer, wanted: Artifact["content"]): string | undefined {
  if (found.equals(Buffer.from(wanted))) return undefined;
  if (typeof wanted !== "string") return "its bytes differ";
  const lines = wanted.split("\n");
  const different = found
    .toString("utf8")
    .split("\n")
    .findIndex((line, index) => line !== lines[index]);
  return different < 0 ? "its end is missing" : `line ${different + 1} differs`;
}

/**
 * Whether the folder holds its index with this digest, every file that the index lists unchanged, and nothing else: then
 * it is what the build that wrote the index left.
 */
export function isIntact(folder: string, indexDigest: string): boolean {
  const index = join(folder, indexPath);
  if (!existsSync(index) || digestOf(readFileSync(index)) !== indexDigest) return false;
  const listed = readIndexFile(index);
  const { files, others, staging } = surveyFolder(folder);
  if (!listed.ok || others.length + staging.length > 0 || files.length !== listed.digests.size + 1) return false;
  return files.every(
    (path) => path === indexPath || listed.digests.get(path) === digestOf(readFileSync(join(folder, path))),
  );
}
