// Compares a freshly built module with the committed one, or replaces that one:
//   node opa/pack.mjs --check <opa.wasm>
//   node opa/pack.mjs --write <opa.wasm>
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

const packed = new URL("opa.wasm.br", import.meta.url);
const description = new URL("opa.json", import.meta.url);

const [mode, file] = process.argv.slice(2);
const module = readFileSync(file);
const text = `${JSON.stringify(describe(module), null, 2)}\n`;
if (mode === "--write") write();
else if (mode === "--check") check();
else throw new Error(`unknown mode ${mode}`);

function describe(bytes) {
  return {
    opaVersion: find("go.mod", /open-policy-agent\/opa v(\S+)/),
    capabilitiesVersion: find("internal/operation/capabilities.go", /CapabilitiesVersion = "([^"]+)"/),
    goVersion: find("go.mod", /^toolchain (\S+)/m),
    digest: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
  };
}

function find(source, pattern) {
  const match = pattern.exec(readFileSync(new URL(source, import.meta.url), "utf8"));
  if (!match) throw new Error(`${source} has no ${pattern}`);
  return match[1];
}

// A minute of work, which is why --check unpacks instead of packing again.
function write() {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
  };
  writeFileSync(packed, brotliCompressSync(module, { params }));
  writeFileSync(description, text);
}

function check() {
  const problems = [];
  if (readFileSync(description, "utf8") !== text) {
    problems.push(`opa.json does not describe the module that opa/ builds, which is\n${text}`);
  }
  if (!brotliDecompressSync(readFileSync(packed)).equals(module)) {
    problems.push("opa.wasm.br does not unpack to the module that opa/ builds");
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error("After a change in opa/ renew both with scripts/build-opa.sh --write");
    process.exitCode = 1;
  } else console.log(`opa.wasm.br is what opa/ builds: ${text.trim()}`);
}
