import { pick, type Random } from "../rego/random.js";

/** Names in scope, by the type of their values. */
interface Names {
  readonly text: readonly string[];
  readonly maybeText: readonly string[];
  readonly number: readonly string[];
  readonly maybeNumber: readonly string[];
  readonly truth: readonly string[];
  readonly maybeTruth: readonly string[];
  readonly texts: readonly string[];
  readonly items: readonly string[];
  readonly parts: readonly string[];
  /** Elements whose place in the object is known. */
  readonly placed: readonly string[];
}

type Kind = Exclude<keyof Names, "placed">;

/** A random program over the type `Thing` of the cases: the body of a check, with helper functions. */
export interface RandomProgram {
  readonly check: string;
  readonly helpers: string;
}

const noNames: Names = {
  text: [],
  maybeText: [],
  number: [],
  maybeNumber: [],
  truth: [],
  maybeTruth: [],
  texts: [],
  items: [],
  parts: [],
  placed: [],
};

const types: Readonly<Record<Kind, string>> = {
  text: "string",
  maybeText: "string | undefined",
  number: "number",
  maybeNumber: "number | undefined",
  truth: "boolean",
  maybeTruth: "boolean | undefined",
  texts: "readonly string[]",
  items: "readonly Item[]",
  parts: "readonly Part[]",
};

const words = ["a", "b", "web", "db", "", "deep", "A", "x/y", "%s", "本"];

/** Writes programs, each different, the same in every run with the same numbers. */
export function randomProgram(random: Random): RandomProgram {
  const writer = createWriter(random);
  const helpers = writer.helpers();
  const check = writer.statements(
    {
      ...noNames,
      text: ['(spec?.name ?? "")'],
      maybeText: [
        "spec?.label",
        "spec?.other",
        "spec?.inner?.label",
        "spec?.inner?.deep?.value",
        "thing.metadata?.name",
        "parameters.word",
      ],
      number: ["parameters.limit"],
      maybeNumber: ["spec?.size", "spec?.limit", "spec?.count"],
      truth: ["parameters.strict"],
      maybeTruth: ["spec?.on", "spec?.flag"],
      texts: ["parameters.words"],
    },
    2,
    "top",
  );
  return { check, helpers };
}

/** One writer for one program: it counts the names that it gives. */
function createWriter(random: Random) {
  let count = 0;
  const name = (stem: string): string => {
    count += 1;
    // Now and then a name that was given before, in an inner scope, and names that Rego gives, too.
    return random(8) === 0 ? `${stem}${pick(random, ["", "_2", "Of"])}${count}` : `${stem}${count}`;
  };
  const chance = (of: number): boolean => random(of) === 0;
  const oneOf = (...choices: readonly (() => string)[]): string => pick(random, choices)();
  const word = (): string => JSON.stringify(pick(random, words));
  const from = (names: readonly string[], otherwise: () => string): string =>
    names.length > 0 ? pick(random, names) : otherwise();

  const text = (names: Names, depth: number): string => {
    const known = (): string => from(names.text, word);
    if (depth <= 0) return known();
    return oneOf(
      known,
      known,
      word,
      () => `(${maybeText(names, depth - 1)} ?? ${text(names, depth - 1)})`,
      () => template(names, depth - 1),
      () => `${text(names, depth - 1)}.${pick(random, ["toUpperCase()", "toLowerCase()", "trim()", "slice(1)"])}`,
      () => `${texts(names, depth - 1)}.join(${JSON.stringify(pick(random, [",", "", "/"]))})`,
      () => `(${truth(names, depth - 1)} ? ${text(names, depth - 1)} : ${text(names, depth - 1)})`,
      () => `textOf(${text(names, depth - 1)}, ${maybeNumber(names, depth - 1)})`,
    );
  };

  const template = (names: Names, depth: number): string => {
    const parts = Array.from({ length: 1 + random(3) }, () =>
      oneOf(
        () => `\${${text(names, depth)}}`,
        () => `\${${number(names, depth)}}`,
        () => `\${${truth(names, depth)}}`,
      ),
    );
    return `\`${parts.join(pick(random, [" ", "%", "\\\\", "-"]))}\``;
  };

  const maybeText = (names: Names, depth: number): string => {
    const known = (): string => from(names.maybeText, word);
    if (depth <= 0) return known();
    return oneOf(
      known,
      known,
      () => `(${maybeText(names, depth - 1)} ?? ${maybeText(names, depth - 1)})`,
      () => `(${truth(names, depth - 1)} ? ${maybeText(names, depth - 1)} : undefined)`,
      () => `thing.metadata?.labels?.[${text(names, depth - 1)}]`,
      () => `${from(names.maybeText, () => "spec?.label")}?.toUpperCase()`,
      () => `maybeOf(${maybeText(names, depth - 1)}, ${truth(names, depth - 1)})`,
    );
  };

  const number = (names: Names, depth: number): string => {
    const literal = (): string => String(random(5) - 1);
    const known = (): string => from(names.number, literal);
    if (depth <= 0) return known();
    return oneOf(
      known,
      literal,
      () => `(${maybeNumber(names, depth - 1)} ?? ${number(names, depth - 1)})`,
      () => `${texts(names, depth - 1)}.length`,
      () => `${items(names, depth - 1)}.length`,
      () => `(${truth(names, depth - 1)} ? ${number(names, depth - 1)} : ${number(names, depth - 1)})`,
    );
  };

  const maybeNumber = (names: Names, depth: number): string => {
    const known = (): string => from(names.maybeNumber, () => "spec?.size");
    if (depth <= 0) return known();
    return oneOf(
      known,
      known,
      () => `(${maybeNumber(names, depth - 1)} ?? ${maybeNumber(names, depth - 1)})`,
      () => pick(random, ["spec?.tags?.length", "spec?.names.length", "spec?.items?.length"]),
      () => `(${truth(names, depth - 1)} ? ${number(names, depth - 1)} : undefined)`,
    );
  };

  const truth = (names: Names, depth: number): string => {
    const known = (): string => from(names.truth, () => `(${maybeTruth(names, 0)} === ${chance(2)})`);
    if (depth <= 0) return known();
    const operand = (): string => truth(names, depth - 1);
    return oneOf(
      known,
      () => `(${operand()} && ${operand()})`,
      () => `(${operand()} || ${operand()})`,
      () => `!${operand()}`,
      () => `!(${operand()} ${pick(random, ["&&", "||"])} ${operand()})`,
      () => `(${maybeText(names, depth - 1)} ${pick(random, ["===", "!=="])} ${maybeText(names, depth - 1)})`,
      () => `(${maybeText(names, depth - 1)} ${pick(random, ["===", "!=="])} ${word()})`,
      () =>
        `(${maybeText(names, depth - 1)} ${pick(random, ["=== undefined", "!== undefined", "!= null", "== null"])})`,
      () => `(${maybeNumber(names, depth - 1)} ${pick(random, ["===", "!=="])} undefined)`,
      () => `(${number(names, depth - 1)} ${pick(random, ["<", "<=", ">", ">="])} ${number(names, depth - 1)})`,
      () => `(${maybeTruth(names, depth - 1)} ${pick(random, ["===", "!=="])} ${chance(2)})`,
      () => `(${maybeTruth(names, depth - 1)} ?? ${operand()})`,
      () => `(${operand()} === ${operand()})`,
      () => `(${operand()} ? ${operand()} : ${operand()})`,
      () =>
        `${text(names, depth - 1)}.${pick(random, ["startsWith", "endsWith", "includes"])}(${text(names, depth - 1)})`,
      () => `${texts(names, depth - 1)}.includes(${text(names, depth - 1)})`,
      () => quantified(names, depth),
      () => quantified(names, depth),
      () => `holds(${text(names, depth - 1)}, ${texts(names, depth - 1)})`,
      () => `/^[a-z]+$/.test(${text(names, depth - 1)})`,
    );
  };

  /** `some` and `every`, over texts, items and parts. */
  const quantified = (names: Names, depth: number): string => {
    const method = pick(random, ["some", "every"]);
    const element = name(pick(random, ["x", "item", "value"]));
    if (chance(2)) {
      const body = truth({ ...names, text: [...names.text, element, element] }, depth - 1);
      return `${texts(names, depth - 1)}.${method}((${element}) => ${body})`;
    }
    return `${items(names, depth - 1)}.${method}((${element}) => ${truth(withItem(names, element), depth - 1)})`;
  };

  const maybeTruth = (names: Names, depth: number): string => {
    const known = (): string => from(names.maybeTruth, () => "spec?.on");
    if (depth <= 0) return known();
    return oneOf(
      known,
      known,
      () => `spec?.tags?.includes(${text(names, depth - 1)})`,
      () => `spec?.items?.${pick(random, ["some", "every"])}((each) => ${truth(withItem(names, "each"), depth - 1)})`,
      () => `${from(names.maybeText, () => "spec?.label")}?.startsWith(${text(names, depth - 1)})`,
      () => `(${truth(names, depth - 1)} ? ${maybeTruth(names, depth - 1)} : undefined)`,
    );
  };

  const texts = (names: Names, depth: number): string => {
    const known = (): string =>
      from([...names.texts, "(spec?.tags ?? [])", "(spec?.names ?? [])", "(spec?.inner?.deep?.list ?? [])"], word);
    if (depth <= 0) return known();
    const element = name("each");
    return oneOf(
      known,
      known,
      () => `[${Array.from({ length: 1 + random(2) }, () => text(names, depth - 1)).join(", ")}]`,
      () =>
        `${texts(names, depth - 1)}.filter((${element}) => ${truth({ ...names, text: [...names.text, element] }, depth - 1)})`,
      () =>
        `${texts(names, depth - 1)}.map((${element}) => ${text({ ...names, text: [...names.text, element, element] }, depth - 1)})`,
      () => `${items(names, depth - 1)}.map((${element}) => ${text(withItem(names, element), depth - 1)})`,
      () => `${text(names, depth - 1)}.split("/")`,
      () => `(${truth(names, depth - 1)} ? ${texts(names, depth - 1)} : ${texts(names, depth - 1)})`,
      () => `(spec?.tags ?? ${texts(names, depth - 1)})`,
      () => `textsOf(${items(names, depth - 1)}, ${text(names, depth - 1)})`,
    );
  };

  const items = (names: Names, depth: number): string => {
    const known = (): string => from([...names.items, "(spec?.items ?? [])"], word);
    if (depth <= 0) return known();
    const element = name("item");
    return oneOf(
      known,
      known,
      () => `${items(names, depth - 1)}.filter((${element}) => ${truth(withItem(names, element), depth - 1)})`,
      () => `(${truth(names, depth - 1)} ? ${items(names, depth - 1)} : [])`,
    );
  };

  const values: Readonly<Record<Kind, (names: Names, depth: number) => string>> = {
    text,
    maybeText,
    number,
    maybeNumber,
    truth,
    maybeTruth,
    texts,
    items,
    parts: (names) => from(names.parts, () => "[]"),
  };

  const shown: readonly Kind[] = ["text", "maybeText", "number", "maybeNumber", "truth", "maybeTruth", "texts"];

  const report = (names: Names): string => {
    const at = from(names.placed, () => "thing");
    const key = at === "thing" ? '"spec"' : '"name"';
    const place = chance(6) ? `(${truth(names, 1)} ? field(${at}, ${key}) : field(${at}))` : `field(${at}, ${key})`;
    const found = chance(2) ? `, found: ${values[pick(random, shown)](names, 2)}` : "";
    count += 1;
    return `yield violation(\`${count} \${${text(names, 1)}}\`, { field: ${place}${found} });`;
  };

  type Place = "top" | "loop";

  const statements = (given: Names, depth: number, place: Place): string => {
    let names = given;
    const lines: string[] = [];
    for (let left = 1 + random(3); left > 0; left -= 1) {
      const choice = random(depth <= 0 ? 4 : 9);
      if (choice < 2) {
        const bound = bind(names);
        lines.push(bound.line);
        names = bound.names;
      } else if (choice < 4) lines.push(report(names));
      else if (choice < 6) lines.push(branch(names, depth, place));
      else if (choice < 8) lines.push(loop(names, depth));
      else lines.push(exit(names, place));
    }
    if (place === "top" || chance(2)) lines.push(report(names));
    return lines.join("\n");
  };

  const bind = (names: Names): { readonly line: string; readonly names: Names } => {
    const kind = pick(random, [...shown, "items"] as const);
    const local = name(pick(random, ["value", kind, "list", "applies"]));
    const value = values[kind](names, 2);
    const placed = { ...names, [kind]: [...names[kind], local, local] };
    return { line: `const ${local}: ${types[kind]} = ${value};`, names: placed };
  };

  const branch = (names: Names, depth: number, place: Place): string => {
    const narrowed = names.maybeText.find((each) => /^\w+$/.test(each));
    if (narrowed !== undefined && chance(3)) {
      const inside = { ...names, text: [...names.text, narrowed, narrowed] };
      return `if (${narrowed} !== undefined) {\n${statements(inside, depth - 1, place)}\n}`;
    }
    const otherwise = chance(2)
      ? ""
      : ` else {\n${statements(names, depth - 1, place)}\n${chance(3) ? exit(names, place) : ""}}`;
    const last = chance(4) ? exit(names, place) : "";
    return `if (${truth(names, 2)}) {\n${statements(names, depth - 1, place)}\n${last}}${otherwise}`;
  };

  const exit = (names: Names, place: Place): string => {
    const word = place === "loop" ? "continue" : "return";
    return chance(2) ? `if (${truth(names, 2)}) ${word};` : `if (!${truth(names, 1)}) ${word};`;
  };

  const loop = (names: Names, depth: number): string => {
    if (chance(3)) {
      const element = name("text");
      const inside = { ...names, text: [...names.text, element, element] };
      return `for (const ${element} of ${texts(names, 2)}) {\n${statements(inside, depth - 1, "loop")}\n}`;
    }
    if (names.parts.length > 0 && chance(2)) {
      const part = name("part");
      const inside = {
        ...names,
        text: [...names.text, `${part}.id`],
        maybeNumber: [...names.maybeNumber, `${part}.size`],
      };
      return `for (const ${part} of ${pick(random, names.parts)}) {\n${statements(inside, depth - 1, "loop")}\n}`;
    }
    const item = name("item");
    const source = placedItems(names);
    const inside = withItem(names, item);
    return `for (const ${item} of ${source}) {\n${statements({ ...inside, placed: [...names.placed, item] }, depth - 1, "loop")}\n}`;
  };

  /** Items whose places are known: of the object, or filtered. */
  const placedItems = (names: Names): string => {
    const item = name("item");
    const all = "(spec?.items ?? [])";
    return chance(2) ? all : `${all}.filter((${item}) => ${truth(withItem(names, item), 2)})`;
  };

  /** The functions that programs call, with bodies of their own. */
  const helpers = (): string => {
    const given: Names = { ...noNames, text: ["text"], texts: ["texts"], maybeText: ["maybe"], truth: ["truth"] };
    const inHelper = (body: string): string => body.replace(/\b(?:spec|thing|parameters)\b/g, "nothing");
    const condition = (names: Names): string => inHelper(local(truth, names));
    return [
      `function holds(text: string, texts: readonly string[]): boolean {
  if (${condition({ ...given, maybeText: ["(text as string | undefined)"], truth: ['(text === "a")'] })}) return ${chance(2)};
  const rest = texts.filter((each) => each !== text);
  if (rest.length > 1) {
    if (${condition({ ...given, maybeText: ["(text as string | undefined)"], truth: ["(rest.length === 2)"] })}) return true;
  } else if (text === "b") return rest.some((each) => each.startsWith(text));
  return ${condition({ ...given, maybeText: ["(text as string | undefined)"], texts: ["texts", "rest"], truth: ['(text !== "")'] })};
}`,
      `function textOf(text: string, size: number | undefined): string {
  if (size === undefined) return ${chance(2) ? "text" : "`none ${text}`"};
  const known = size > 2 ? "big" : text;
  if (size < 0) {
    if (text === "") return "nothing";
  } else if (known !== "big") return known.toUpperCase();
  return \`\${known} \${size}\`;
}`,
      `function maybeOf(maybe: string | undefined, truth: boolean): string | undefined {
  if (truth) return maybe;
  if (maybe === undefined || maybe === "web") return;
  return ${chance(2) ? "maybe.slice(1)" : "maybe"};
}`,
      `function textsOf(items: readonly Item[], text: string): string[] {
  const named = items.filter((item) => item.name === text || (item.tags ?? []).includes(text));
  if (named.length === 0) return items.map((item) => item.note ?? text);
  return named.map((item) => \`\${item.name}\${item.weight}\`);
}`,
    ].join("\n\n");
  };

  /** A condition over the names alone. */
  const local = (write: (names: Names, depth: number) => string, names: Names): string => {
    const written = write(names, 1);
    return /\b(?:spec|thing|parameters|holds|textOf|maybeOf|textsOf)\b/.test(written)
      ? chance(2)
        ? 'text.includes("x")'
        : "texts.some((each) => each === text)"
      : written;
  };

  const withItem = (names: Names, item: string): Names => ({
    ...names,
    text: [...names.text, `${item}.name`],
    maybeText: [...names.maybeText, `${item}.note`, `(${item}.kind as string | undefined)`],
    number: [...names.number, `${item}.weight`],
    maybeTruth: [...names.maybeTruth, `${item}.ready`],
    texts: [...names.texts, `(${item}.tags ?? [])`],
    parts: [...names.parts, `(${item}.parts ?? [])`],
  });

  return { statements, helpers };
}
