import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type AssignmentText, assign, type ResolvedAssignment } from "../../src/assign/assign.js";
import { assignmentCodes } from "../../src/diagnostics/codes/assignment.js";
import { renderDiagnostics } from "../../src/diagnostics/render.js";
import { regexIsLegal, rules } from "./rules.js";

const casesFolder = fileURLToPath(new URL("../cases/assign", import.meta.url));
const guide = fileURLToPath(new URL("../../docs/assignments.md", import.meta.url));
const renew = process.env.UPDATE_CASES === "1";

const cases = readdirSync(casesFolder).sort();

describe("assignments, by case", () => {
  it.each(cases)("%s", async (name) => {
    const folder = join(casesFolder, name);
    const texts = inputs(folder);
    expect(texts).not.toEqual([]);
    const { assignments, diagnostics } = await assign(texts, rules, regexIsLegal);
    const sourceText = (file: string) => texts.find((text) => text.file === file)?.text;
    expectFile(join(folder, "diagnostics.txt"), renderDiagnostics(diagnostics, { color: false, sourceText }));
    expectFile(join(folder, "resolved.json"), printed(assignments));
  });

  it("every diagnostic has a case, and a line in the guide", () => {
    const codes = Object.keys(assignmentCodes);
    const said = cases.map((name) => textOf(join(casesFolder, name, "diagnostics.txt"))).join("\n");
    expect(codes.filter((code) => !said.includes(` ${code}: `))).toEqual([]);
    expect(codes.filter((code) => !textOf(guide).includes(`\`${code}\``))).toEqual([]);
  });
});

function inputs(folder: string): AssignmentText[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => ({ file: `assignments/${name}`, text: readFileSync(join(folder, name), "utf8") }));
}

/** JSON, with a line for each constraint. */
function printed(assignments: readonly ResolvedAssignment[]): string {
  const blocks = assignments.map(({ constraints, ...rest }) => {
    const lines = constraints.map((constraint) => `    ${JSON.stringify(constraint)}`).join(",\n");
    return `  ${JSON.stringify(rest).slice(0, -1)},"constraints":[\n${lines}\n  ]}`;
  });
  return blocks.length > 0 ? `[\n${blocks.join(",\n")}\n]\n` : "";
}

/** No file is an empty one. */
function expectFile(path: string, actual: string): void {
  if (renew) {
    rmSync(path, { force: true });
    if (actual !== "") writeFileSync(path, actual);
  }
  expect(actual).toBe(textOf(path));
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
