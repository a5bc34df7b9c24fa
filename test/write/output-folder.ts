import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Artifact, digestOf, jsonText } from "../../src/manifest/artifact.js";
import { surveyFolder } from "../../src/write/survey.js";

export type Files = Readonly<Record<string, string>>;

/** The artifacts of a build whose output is these files, with the index that lists them. */
export function artifactsOf(files: Files): Artifact[] {
  const artifacts = Object.entries(files).map(([path, content]) => ({ path, content }));
  const listed = artifacts.map(({ path, content }) => ({ path, digest: digestOf(content) }));
  return [...artifacts, { path: "index.json", content: jsonText({ formatVersion: 1, files: listed }) }];
}

/** A folder of its own below the system's temporary one. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "gatewright-write-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file with its text, folders that hold none, and anything else: what a user would see, hidden files included. */
export function contentOf(folder: string): Record<string, string> {
  const { files, folders, others, staging } = surveyFolder(folder);
  const odd = [...others, ...staging].map((path) => [path, "<other>"] as const);
  const empty = folders
    .filter((path) => ![...files, ...others].some((file) => file.startsWith(`${path}/`)))
    .map((path) => [path, "<empty folder>"] as const);
  return Object.fromEntries([
    ...files.map((path) => [path, readFileSync(join(folder, path), "utf8")] as const),
    ...empty,
    ...odd,
  ]);
}

export function withIndex(files: Files): Record<string, string> {
  return Object.fromEntries(artifactsOf(files).map(({ path, content }) => [path, String(content)]));
}

export function modified(folder: string, path: string): number {
  return statSync(join(folder, path)).mtimeMs;
}
