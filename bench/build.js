// Cold build of the shipped rules against `tsc --noEmit` on the same files; unchanged build and verify against Node's own start.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findRules } from "../dist/read/find-rules.js";
import { medians, seconds } from "./measure.js";

const root = path.resolve(import.meta.dirname, "..");
const rounds = Number(process.env.ROUNDS ?? 5);
const scratch = mkdtempSync(path.join(tmpdir(), "gatewright-bench-"));
const gatewright = path.join(root, "bin", "gatewright.js");
const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");

/** The options under which the compiler reads rules (src/read/program.ts). */
const tsconfig = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    target: "es2022",
    lib: ["es2023"],
    module: "esnext",
    moduleResolution: "bundler",
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
  files: findRules(root, "src/rules"),
};

/** A new cache for each cold run: nothing compiled, no OPA unpacked, no stamp. */
let coldRuns = 0;
const cold = {
  command: process.execPath,
  args: [gatewright, "build"],
  cwd: root,
  env: {},
  before: () => {
    coldRuns += 1;
    cold.env = { GATEWRIGHT_CACHE: path.join(scratch, `cache-${coldRuns}`) };
  },
};

try {
  writeFileSync(path.join(scratch, "tsconfig.json"), JSON.stringify(tsconfig));
  const warm = { GATEWRIGHT_CACHE: path.join(scratch, "warm") };
  const node = { command: process.execPath, args: ["-e", "0"], cwd: root };
  const check = { command: process.execPath, args: [tsc, "-p", path.join(scratch, "tsconfig.json")], cwd: root };
  const unchanged = { command: process.execPath, args: [gatewright, "build"], cwd: root, env: warm };
  const verify = { command: process.execPath, args: [gatewright, "verify"], cwd: root, env: warm };
  medians([unchanged, verify], 1);
  const [nodeTime, tscTime, coldTime, unchangedTime, verifyTime] = medians(
    [node, check, cold, unchanged, verify],
    rounds,
  );
  console.log(`| what (median of ${rounds}, ${tsconfig.files.length} rules) | time | beside it | allowed |`);
  console.log("| --- | --- | --- | --- |");
  console.log(`| \`tsc --noEmit\` on the rules | ${seconds(tscTime)} | | |`);
  console.log(
    `| cold \`build\`, empty cache | ${seconds(coldTime)} | ${(coldTime / tscTime).toFixed(2)} × tsc | ${seconds(1.5 * tscTime + 1)} (1.5 × tsc + 1 s) |`,
  );
  console.log(`| unchanged \`build\` | ${seconds(unchangedTime)} | | 0.40 s |`);
  console.log(
    `| unchanged \`verify\` | ${seconds(verifyTime)} | ${seconds(verifyTime - nodeTime)} beyond Node's start (${seconds(nodeTime)}) | 0.50 s beyond |`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
