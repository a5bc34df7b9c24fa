import { describe, expect, it } from "vitest";
import { readPolicyManifest } from "../../src/judge/policy-manifest.js";

const manifest = {
  formatVersion: 1,
  opa: { version: "1.22.2" },
  module: { file: "policy.wasm", digest: "sha256:00" },
  entrypoints: { all: "a/b" },
  hostBuiltins: ["sprintf"],
  rules: [{ name: "r", kind: "R", entrypoint: "r/violation", package: "r", on: ["v1/Pod"], source: {}, rego: {} }],
};

describe("readPolicyManifest", () => {
  it("reads what the build writes", () => {
    expect(readPolicyManifest(JSON.stringify(manifest))).toEqual({
      opaVersion: "1.22.2",
      module: { file: "policy.wasm", digest: "sha256:00" },
      allEntrypoint: "a/b",
      hostBuiltins: ["sprintf"],
      rules: [{ name: "r", kind: "R", entrypoint: "r/violation", package: "r", on: ["v1/Pod"] }],
    });
  });

  it.each<[object, string]>([
    [{ formatVersion: 2 }, "its formatVersion is the number 2, and this version reads 1"],
    [{ formatVersion: undefined }, "its formatVersion is nothing"],
    [{ opa: {} }, "opa.version must be a text"],
    [{ module: { file: "../policy.wasm", digest: "x" } }, "module.file must be a file beside policy.json"],
    [{ module: { file: "policy.wasm" } }, "module.digest must be a text"],
    [{ entrypoints: {} }, "entrypoints.all must be a text"],
    [{ hostBuiltins: [1] }, "hostBuiltins must be a list of texts"],
    [{ rules: {} }, "rules must be a list"],
    [{ rules: [1] }, "rules[0] must be an object"],
    [{ rules: [{ ...manifest.rules[0], kind: "" }] }, "rules[0].kind must be a text"],
    [{ rules: [{ ...manifest.rules[0], on: "v1/Pod" }] }, "rules[0].on must be a list of texts"],
    [{ rules: [manifest.rules[0], manifest.rules[0]] }, "two rules have the kind R"],
  ])("refuses %j", (part, reason) => {
    const text = JSON.stringify({ ...manifest, ...part });
    expect(readPolicyManifest(text)).toEqual({ reason: expect.stringContaining(reason) });
  });

  it("refuses what is no JSON", () => {
    expect(readPolicyManifest("{")).toEqual({ reason: expect.stringContaining("it is no JSON") });
  });
});
