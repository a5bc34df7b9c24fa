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
export const traps = [...words.split(" "), ...numbers.split(" "), ...others.split(" "), ...spaced, ...blocks, ...odd];

/** The same texts in every run: a linear congruential generator picks from the characters that matter to YAML. */
export function* randomTexts(count: number): Generator<string> {
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
