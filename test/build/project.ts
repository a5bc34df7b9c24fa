import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BuildRequest } from "../../src/build.js";
import { scaffold } from "../../src/manifest/scaffold.js";

/** A rule package of its own in a temporary folder, as `gatewright init` makes one, with this checkout as its dependency. */
export interface TemporaryProject {
  readonly root: string;
  readonly request: BuildRequest;
  readonly put: (path: string, text: string) => void;
  readonly remove: () => void;
}

export const rulePath = "rules/no-floating-tags/rule.ts";
export const fixturePath = "rules/no-floating-tags/cases/defaults.yaml";
export const assignmentPath = "assignments/default.yaml";

export function temporaryProject(): TemporaryProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gatewright-project-")));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const { path, content } of scaffold("example", "0.0.0")) put(path, String(content));
  mkdirSync(join(root, "node_modules"));
  symlinkSync(join(import.meta.dirname, "../.."), join(root, "node_modules/gatewright"));
  return {
    root,
    put,
    request: {
      root,
      rules: "rules",
      assignments: "assignments",
      output: { path: join(root, "generated"), name: "generated" },
      check: false,
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
