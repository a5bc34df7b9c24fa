import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type PolicyManifest, readPolicyManifest } from "./policy-manifest.js";

/** What `gatewright build` wrote into a folder, as far as judging needs it. */
export interface BundleFolder {
  /** As the user would write it. */
  readonly folder: string;
  readonly manifest: PolicyManifest;
  readonly wasm: Uint8Array;
  /** The text of the aggregate, which policy.wasm was compiled from together with the templates. */
  readonly aggregate: string | undefined;
}

/** Reads policy.json and the module it names; whether the two belong together is `digestProblem`. */
export function readBundleFolder(folder: string, cwd: string): BundleFolder | Diagnostic {
  const text = readOptional(resolve(cwd, folder, "policy.json"));
  if (text === undefined) return diagnose("policy-missing", { folder, file: "policy.json" });
  const manifest = readPolicyManifest(text.toString("utf8"));
  const file = `${folder}/policy.json`;
  if ("reason" in manifest) return diagnose("policy-invalid", { file, reason: manifest.reason });
  const wasm = readOptional(resolve(cwd, folder, manifest.module.file));
  if (wasm === undefined) return diagnose("policy-missing", { folder, file: manifest.module.file });
  return { folder, manifest, wasm, aggregate: readOptional(resolve(cwd, folder, "policy.rego"))?.toString("utf8") };
}

/** A module that is not the one its manifest describes. */
export function digestProblem({ folder, manifest, wasm }: BundleFolder): Diagnostic | undefined {
  const found = `sha256:${createHash("sha256").update(wasm).digest("hex")}`;
  if (found === manifest.module.digest) return undefined;
  return diagnose("policy-digest", { file: join(folder, manifest.module.file), found });
}

function readOptional(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
