import { randomBytes } from "node:crypto";
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** What lies in an output folder, paths relative to it with forward slashes, sorted. */
export interface Survey {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Neither: symbolic links, which are not followed, sockets, devices. */
  readonly others: readonly string[];
  /** Folders at the top in which a build, this one or an interrupted one, keeps what it has not yet put in place. */
  readonly staging: readonly string[];
}

/** Files that operating systems leave in folders that somebody looked at. */
const litter = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** A name for a folder in which a build keeps its unfinished work: inside the output folder, so that renaming works. */
export function newStagingName(): string {
  return `.gatewright-${randomBytes(4).toString("hex")}`;
}

/** An absent folder is an empty one. */
export function surveyFolder(folder: string): Survey {
  const survey = { files: [] as string[], folders: [] as string[], others: [] as string[], staging: [] as string[] };
  const visit = (path: string): void => {
    for (const entry of entriesOf(join(folder, path))) {
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && path === "" && /^\.gatewright-[0-9a-f]{8}$/.test(entry.name))
        survey.staging.push(below);
      else if (entry.isDirectory()) {
        survey.folders.push(below);
        visit(below);
      } else if (!entry.isFile()) survey.others.push(below);
      else if (!litter.has(entry.name)) survey.files.push(below);
    }
  };
  visit("");
  return survey;
}

function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
