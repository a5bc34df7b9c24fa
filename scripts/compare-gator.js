// Runs gator and gatewright over the same suites and compares their verdicts case by case.
//   node scripts/compare-gator.js <gator> <folder>
import { execFileSync } from "node:child_process";
import path from "node:path";

const [gator, folder] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, "..");

/** stdout whatever the exit code: a failed case is an outcome, too. */
function run(command, args) {
  try {
    return execFileSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  } catch (error) {
    return error.stdout;
  }
}

/** gator's `-v` lines: "    --- PASS: <case>\t(0.001s)", then "--- PASS: <test>"; a suite's own line ends its block. */
function gatorVerdicts(text) {
  const verdicts = new Map();
  let pending = [];
  let cases = [];
  for (const line of text.split("\n")) {
    const found = /^( *)--- (PASS|FAIL|SKIP): (.*?)\t/.exec(line);
    if (found) {
      const [, indent, verdict, name] = found;
      if (indent.length >= 4) cases.push([name, verdict]);
      else {
        pending.push(...cases.map(([each, result]) => [`${name} / ${each}`, result]));
        cases = [];
      }
      continue;
    }
    const suite = /^(?:ok|FAIL)\t(\S+)\t/.exec(line);
    if (!suite) continue;
    const file = path.relative(root, path.resolve(root, suite[1])).split(path.sep).join("/");
    for (const [name, verdict] of pending) verdicts.set(`${file} / ${name}`, verdict);
    pending = [];
  }
  return verdicts;
}

const words = { passed: "PASS", failed: "FAIL", invalid: "FAIL", skipped: "SKIP" };

/** The same keys from `gatewright verify --format json`. */
function ownVerdicts(text) {
  const verdicts = new Map();
  for (const suite of JSON.parse(text).suites) {
    for (const test of suite.tests) {
      for (const each of test.cases) verdicts.set(`${suite.file} / ${test.name} / ${each.name}`, words[each.status]);
    }
  }
  return verdicts;
}

const theirs = gatorVerdicts(run(gator, ["verify", "-v", `./${folder}/...`]));
const ours = ownVerdicts(run(process.execPath, ["bin/gatewright.js", "verify", folder, "--format", "json"]));
const names = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
const different = names.filter((name) => theirs.get(name) !== ours.get(name));
for (const name of different) console.error(`${name}: gator says ${theirs.get(name)}, gatewright ${ours.get(name)}`);
console.log(`${names.length} cases compared with gator, ${different.length} differ`);
process.exitCode = names.length > 0 && different.length === 0 ? 0 : 1;
