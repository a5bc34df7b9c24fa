// The licences of everything that is linked into the module, as one text that ships beside it:
//   node opa/licenses.mjs --check | --write
// Runs in the environment that scripts/build-opa.sh sets.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const output = new URL("THIRD_PARTY_LICENSES.txt", import.meta.url);
const text = layOut(linkedModules());
if (process.argv[2] === "--write") {
  writeFileSync(output, text);
} else if (readFileSync(output, "utf8") !== text) {
  console.error("opa/THIRD_PARTY_LICENSES.txt is not what opa/ links: renew it with scripts/build-opa.sh --write");
  process.exitCode = 1;
}

function linkedModules() {
  const format = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}";
  const lines = go("list", "-deps", "-f", format, ".").split("\n").filter(Boolean);
  const modules = [...new Set(lines)].sort().map((line) => {
    const [name, folder] = line.split("\t");
    return { name, folder };
  });
  return [{ name: "The Go standard library and runtime", folder: go("env", "GOROOT").trim() }, ...modules];
}

function go(...command) {
  return execFileSync("go", command, { cwd: new URL(".", import.meta.url), encoding: "utf8" });
}

// Modules that share a text share one copy of it.
function layOut(modules) {
  const namesByText = new Map();
  for (const { name, folder } of modules) {
    const licence = licenceOf(folder, name);
    namesByText.set(licence, [...(namesByText.get(licence) ?? []), name]);
  }
  const sections = [...namesByText].map(([licence, names]) => `${names.join("\n")}\n\n${licence}\n`);
  return `opa.wasm holds the following software.\n\n${sections.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function licenceOf(folder, name) {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[sc]e|notice|patents|copying)/i.test(file))
    .sort();
  if (files.length === 0) throw new Error(`${name} has no licence in ${folder}`);
  return files.map((file) => clean(readFileSync(join(folder, file), "utf8"))).join("\n\n");
}

function clean(licence) {
  return licence
    .replace(/\r\n/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
