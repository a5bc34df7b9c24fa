import { type Artifact, jsonText } from "./artifact.js";
import { renderTemplate } from "./template-file.js";

/** Files of templates/init/, and what they are called in a new rule package. */
const files = [
  ["init/README.md", "README.md"],
  ["init/tsconfig.json", "tsconfig.json"],
  ["init/gitignore", ".gitignore"],
  ["init/gitattributes", ".gitattributes"],
  ["init/rule.ts", "rules/no-floating-tags/rule.ts"],
  ["init/fixture.yaml", "rules/no-floating-tags/cases/defaults.yaml"],
  ["init/assignment.yaml", "assignments/default.yaml"],
] as const;

/** A rule package to begin with: one rule with fixtures, and an assignment. It builds and verifies as it is. */
export function scaffold(name: string, gatewrightVersion: string): Artifact[] {
  const manifest = {
    name,
    private: true,
    type: "module",
    scripts: { build: "gatewright build", check: "gatewright build --check", test: "gatewright verify" },
    devDependencies: { gatewright: `^${gatewrightVersion}` },
  };
  return [
    { path: "package.json", content: jsonText(manifest) },
    ...files.map(([template, path]) => ({ path, content: renderTemplate(template, { name }) })),
  ];
}
