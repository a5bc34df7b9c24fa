import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.js";

/** What the embedded OPA is, as opa/opa.json states it. */
export interface OpaIdentity {
  /** Version of OPA, without a leading v: "1.22.2". */
  readonly opaVersion: string;
  /** The OPA whose builtins and features are allowed, that of Gatekeeper: "v1.17.1". */
  readonly capabilitiesVersion: string;
  /** The Go that built it: "go1.26.8". */
  readonly goVersion: string;
  /** SHA-256 of the uncompressed module, in hexadecimal. */
  readonly digest: string;
  /** Length of the uncompressed module in bytes. */
  readonly size: number;
}

let identity: OpaIdentity | undefined;

/** Reads opa/opa.json once; neither starts nor loads OPA. Throws when the package is incomplete. */
export function opaIdentity(): OpaIdentity {
  identity ??= readIdentity();
  return identity;
}

function readIdentity(): OpaIdentity {
  const text = readFileSync(join(packageRoot(), "opa", "opa.json"), "utf8");
  // opa/pack.mjs writes the file from exactly these fields, and a test compares it with what the module says of itself.
  return JSON.parse(text) as OpaIdentity;
}
