import { existsSync, readFileSync } from "node:fs";
import { indexFormatVersion } from "../manifest/artifact.js";

/** The files that an index lists, with their digests; or why it cannot be an index of ours. */
export type ListedFiles =
  | { readonly ok: true; readonly digests: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problem: string };

/** Reads an index; one that does not exist lists nothing. */
export function readIndexFile(path: string): ListedFiles {
  if (!existsSync(path)) return { ok: true, digests: new Map() };
  let index: unknown;
  try {
    index = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { ok: false, problem: "it is not JSON" };
  }
  return listedFiles(index);
}

function listedFiles(index: unknown): ListedFiles {
  if (!isRecord(index) || !("formatVersion" in index)) return { ok: false, problem: "it has no format version" };
  if (index.formatVersion !== indexFormatVersion) {
    return { ok: false, problem: `its format version is ${String(index.formatVersion)}, not ${indexFormatVersion}` };
  }
  const digests = new Map<string, string>();
  for (const file of Array.isArray(index.files) ? index.files : [undefined]) {
    if (!isRecord(file) || typeof file.path !== "string" || typeof file.digest !== "string") {
      return { ok: false, problem: "it does not list files and their digests" };
    }
    if (!isInside(file.path))
      return { ok: false, problem: `it lists "${file.path}", which is no path inside the folder` };
    digests.set(file.path, file.digest);
  }
  return { ok: true, digests };
}

/** Whether a path with forward slashes stays in its folder: what we write, and what an index makes us delete. */
export function isInside(path: string): boolean {
  return path.split("/").every((part) => /^[^\\:\0]+$/.test(part) && part !== "." && part !== "..");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
