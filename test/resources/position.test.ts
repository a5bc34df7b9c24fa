import { describe, expect, it } from "vitest";
import { positionInText, positionOf, writtenText } from "../../src/resources/position.js";

const text = `# a comment

kind: Pod # trailing
spec:
  containers:
    - name: "é𝒳"
      securityContext: {privileged: yes}
    - &second
      name: b
  rego: |

    package p

      deny { true }
alias: *second
`;
const source = { file: "a.yaml", number: 2, text, line: 11 };

describe("positionOf", () => {
  it.each([
    ["the first content", [], 13, 1],
    ["a scalar", ["kind"], 13, 7],
    ["a list's item", ["spec", "containers", 0], 16, 7],
    ["what follows wide characters", ["spec", "containers", 0, "securityContext", "privileged"], 17, 37],
    ["a value behind an alias", ["alias", "name"], 19, 13],
    ["the nearest ancestor of what is not there", ["spec", "containers", 0, "image"], 16, 7],
  ])("finds %s", (_, path, line, column) => {
    expect(positionOf(source, path)).toEqual({ line, column });
  });

  it("finds a place within a literal block, where a text has lines of its own", () => {
    expect(positionInText(source, ["spec", "rego"], { line: 2, column: 9 })).toEqual({ line: 22, column: 13 });
    expect(positionInText(source, ["spec", "rego"], { line: 4, column: 3 })).toEqual({ line: 24, column: 7 });
  });

  it("points to the text as a whole where lines do not follow lines", () => {
    const folded = { file: "a.yaml", number: 1, line: 1, text: 'a: "x\\ny"\n' };
    expect(positionInText(folded, ["a"], { line: 2, column: 1 })).toEqual({ line: 1, column: 4 });
  });

  it("gives the start of a document that cannot be composed", () => {
    expect(positionOf({ file: "a.yaml", number: 1, line: 5, text: "\na: [\n" }, ["a"])).toEqual({ line: 6, column: 1 });
  });
});

describe("writtenText", () => {
  it("is what stands there, before YAML 1.1 gives it a meaning", () => {
    expect(writtenText(source, ["spec", "containers", 0, "securityContext", "privileged"])).toBe("yes");
    expect(writtenText(source, ["spec"])).toBeUndefined();
  });
});
