import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Rules import what users import; here that is the source, so that a test never runs against a stale build.
    alias: { gatewright: path.resolve(import.meta.dirname, "src/authoring/gatewright.ts") },
  },
  test: {
    include: ["test/**/*.test.ts"],
    // `npm run renew` renews every expected output: vitest's own file snapshots, and the cases that walk folders.
    env: process.argv.includes("-u") ? { UPDATE_CASES: "1" } : {},
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
