import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { invariant } from "../ir/invariant.js";
import { type Artifact, indexPath } from "../manifest/artifact.js";
import { isInside, readIndexFile } from "./index-file.js";
import { type Survey, surveyFolder } from "./survey.js";

/** Where output goes. */
export interface OutputFolder {
  /** Absolute. */
  readonly path: string;
  /** As the user wrote it; messages name files below it. */
  readonly name: string;
}

/** What has to happen to the folder; nothing may when there are diagnostics. */
export interface Changes {
  /** With symbolic links resolved, when the folder is one itself. */
  readonly root: string;
  /** Missing, or with other content. The index, if among them, is last. */
  readonly toWrite: readonly Artifact[];
  /** Ours, and no longer part of the output. */
  readonly toDelete: readonly string[];
  /** Left by builds that were interrupted. */
  readonly debris: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares the folder with what it should hold. Ours is what its index lists, and what the index that an interrupted
 * build was about to put in place lists; any other file is somebody else's and stops everything.
 */
export function planChanges(folder: OutputFolder, artifacts: readonly Artifact[]): Changes {
  checkPaths(artifacts);
  const blocked = checkFolder(folder);
  if (blocked !== undefined) return { ...nothing, root: folder.path, diagnostics: [blocked] };
  const root = existsSync(folder.path) ? realpathSync(folder.path) : folder.path;
  const survey = surveyFolder(root);
  const owned = ownedFiles(root, survey);
  if (!owned.ok) {
    const path = `${folder.name}/${owned.path}`;
    return { ...nothing, root, diagnostics: [diagnose("output-index-invalid", { path, problem: owned.problem })] };
  }
  const wanted = new Set(artifacts.map(({ path }) => path));
  return {
    root,
    toWrite: artifacts.filter((artifact) => !survey.files.includes(artifact.path) || !hasContent(root, artifact)),
    toDelete: survey.files.filter((path) => owned.paths.has(path) && !wanted.has(path)),
    debris: survey.staging,
    diagnostics: [...foreignFiles(folder, survey, owned.paths), ...obstacles(folder, survey, wanted)],
  };
}

/** What stands where the output folder should, when that is something else. */
export function checkFolder({ path, name }: OutputFolder): Diagnostic | undefined {
  if (!existsSync(path) || statSync(path).isDirectory()) return undefined;
  return diagnose("output-not-a-file", { path: name, found: "a file", expected: "a folder" });
}

const nothing = { toWrite: [], toDelete: [], debris: [] } as const;

function checkPaths(artifacts: readonly Artifact[]): void {
  const seen = new Set<string>();
  for (const { path } of artifacts) {
    invariant(isInside(path), `an artifact would be written to ${path}`);
    invariant(!seen.has(path), `two artifacts are called ${path}`);
    seen.add(path);
  }
  invariant(artifacts.at(-1)?.path === indexPath, "the index is not the last artifact");
}

type Owned =
  | { readonly ok: true; readonly paths: ReadonlySet<string> }
  | { readonly ok: false; readonly path: string; readonly problem: string };

function ownedFiles(root: string, { staging }: Survey): Owned {
  const listed = readIndexFile(join(root, indexPath));
  if (!listed.ok) return { ok: false, path: indexPath, problem: listed.problem };
  const paths = new Set([indexPath, ...listed.digests.keys()]);
  for (const name of staging) {
    // An index is staged when all else is: without it, or with half of it, nothing was put in place.
    const staged = readIndexFile(join(root, name, indexPath));
    if (staged.ok) for (const path of staged.digests.keys()) paths.add(path);
  }
  return { ok: true, paths };
}

function hasContent(root: string, { path, content }: Artifact): boolean {
  return readFileSync(join(root, path)).equals(Buffer.from(content));
}

const mostNamed = 10;

function foreignFiles({ name }: OutputFolder, { files }: Survey, owned: ReadonlySet<string>): Diagnostic[] {
  const foreign = files.filter((path) => !owned.has(path));
  const count = foreign.length - mostNamed;
  return [
    ...foreign.slice(0, mostNamed).map((path) => diagnose("output-foreign-file", { path: `${name}/${path}` })),
    ...(count > 0 ? [diagnose("output-foreign-files", { folder: name, count })] : []),
  ];
}

/** What is neither file nor folder, wherever it is: a link could lead a write, or a delete, out of the folder. */
function obstacles({ name }: OutputFolder, { others }: Survey, wanted: ReadonlySet<string>): Diagnostic[] {
  return others.map((path) =>
    diagnose("output-not-a-file", {
      path: `${name}/${path}`,
      found: "a symbolic link or a special file",
      expected: wanted.has(path) ? "a file" : "files and folders only",
    }),
  );
}
