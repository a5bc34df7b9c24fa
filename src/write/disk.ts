import { mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";

/** What changes a file system; passed in, so that a test can let any step fail. Paths are absolute. */
export interface Disk {
  /** With its parents; nothing happens when it is there. */
  readonly makeFolder: (path: string) => void;
  readonly writeFile: (path: string, content: string | Uint8Array) => void;
  /** Replaces a file at `to`. */
  readonly rename: (from: string, to: string) => void;
  readonly deleteFile: (path: string) => void;
  /** Throws when it is not empty. */
  readonly deleteFolder: (path: string) => void;
  /** With all that is in it; nothing happens when it is not there. */
  readonly deleteTree: (path: string) => void;
}

export const realDisk: Disk = {
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  writeFile: writeFileSync,
  rename: renameSync,
  deleteFile: unlinkSync,
  deleteFolder: rmdirSync,
  deleteTree: (path) => rmSync(path, { recursive: true, force: true }),
};
