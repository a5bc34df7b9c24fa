import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../src/manifest/yaml-text.js";

const readers = [
  { version: "1.1", read: (text: string): unknown => parse(text, { version: "1.1", schema: "yaml-1.1" }) },
  { version: "1.2", read: (text: string): unknown => parse(text, { version: "1.2", schema: "core" }) },
] as const;

/** Texts that some reader of YAML takes for something else when they stand without quotes. */
const words =
  "y Y yes Yes YES n N no No NO on On ON off Off OFF true True TRUE false null Null NULL ~ = << - ? ! & * | > @ ` % '";
const numbers = "0 -1 +5 0777 0o777 0x1F 0b101 1_000 1e3 1E3 .5 5. 12e03 190:20:30 1:30 8080 .inf -.Inf .nan 0.5";
const others = "2001-01-01 2001-12-14t21:59:43.10-05:00 1.2.3 80-443 100m 64Gi --- ... # [a] {a} a,b a:b --- %YAML";
const spaced = ["", " ", "a: b", "a #b", "a:", " lead", "trail ", "\ttab", "a\tb", "{ a", "- a", "? a", "no: yes"];
const blocks = [
  "\n",
  "\n\n",
  "a\n",
  "a\nb",
  "a\n\n\n",
  "  indented\nthen not",
  "\n  x",
  "\tx\n",
  "a \nb ",
  "a\r\nb",
  "#\n",
  "---\n",
];
const odd = [
  "\u0085",
  "a\u2028b\nc",
  "\u2029",
  "\ufeffa",
  "\u007f",
  "\u0000",
  "\u001b[31m",
  "日本語",
  "絵文字 😀\nと改行",
  "é: ü",
];
const traps = [...words.split(" "), ...numbers.split(" "), ...others.split(" "), ...spaced, ...blocks, ...odd];

describe.each(readers)("read as YAML $version", ({ read }) => {
  it.each(traps)("the text %j stays itself, as value, key and element", (trap) => {
    const value = { value: trap, [trap]: "key", list: [trap, [trap]] };
    expect(read(yamlText(value))).toEqual(value);
  });

  it("keeps numbers, booleans, null and empty collections", () => {
    const value = {
      i: 0,
      big: 9007199254740991,
      f: 0.5,
      no: false,
      yes: true,
      none: null,
      list: [],
      map: {},
      deep: [[], {}],
    };
    expect(read(yamlText(value))).toEqual(value);
  });

  it("keeps texts put together from every kind of character", () => {
    for (const text of randomTexts(3_000)) {
      const printed = yamlText({ [text]: text, list: [text] });
      expect(read(printed), printed).toEqual({ [text]: text, list: [text] });
    }
  });
});

it("quotes what YAML 1.1 would change, and only then", () => {
  expect(
    yamlText({
      plain: "runtime/default",
      yes: "yes",
      octal: "0777",
      path: "/var/log",
      port: "8080",
      word: "yesterday",
    }),
  ).toBe('plain: runtime/default\n"yes": "yes"\noctal: "0777"\npath: /var/log\nport: "8080"\nword: yesterday\n');
});

it("prints a module as a literal block, tabs kept and nothing folded", () => {
  const long = "x".repeat(300);
  const rego = `package a\n\nb if {\n\tinput.x == "${long}"\n}\n`;
  expect(yamlText({ source: { rego } }, { head: "One.\nTwo." })).toBe(
    `# One.\n# Two.\n\nsource:\n  rego: |\n    package a\n\n    b if {\n    \tinput.x == "${long}"\n    }\n`,
  );
});

it("writes an object that occurs twice in full, without anchors", () => {
  const shared = { a: [1] };
  expect(yamlText({ one: shared, two: shared })).toBe("one:\n  a:\n  - 1\ntwo:\n  a:\n  - 1\n");
});

/** The same texts in every run: a linear congruential generator picks from the characters that matter to YAML. */
function* randomTexts(count: number): Generator<string> {
  const pieces = [
    ..."ayn0123:-#'\"\\|>&*!%@`,[]{}?=~<.+_ \t\n\r/x",
    "\u0085",
    "\u2028",
    "\ufeff",
    "é",
    "語",
    "😀",
    "  ",
    "\n\n",
  ];
  let state = 42;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i < count; i++) {
    yield Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join("");
  }
}
