import { isList, isObject, type Json } from "../resources/json.js";

/** A text formatted as OPA's `sprintf` would, or would presumably. */
export interface Formatted {
  readonly text: string;
  /**
   * False where a host cannot know what OPA prints: it gets sets as lists, and cannot tell a number of the input, which
   * Gatekeeper holds as a float (1e+07), from one that the policy computed (10000000).
   */
  readonly certain: boolean;
}

/**
 * OPA's `sprintf`: Go's fmt.Sprintf over strings and numbers; booleans, null and collections arrive there as strings.
 * Exact where `certain`; the rest (flags, widths, rarer verbs, collections, large numbers) is as near as JSON allows.
 */
export function formatGo(format: string, values: readonly Json[]): Formatted {
  let next = 0;
  let certain = true;
  const print = (directive: string, verb: string): string => {
    if (verb === "%") return "%";
    const isPlain = directive.length === 2;
    if (next >= values.length) {
      certain &&= isPlain;
      return `%!${verb}(MISSING)`;
    }
    const printed = printValue(verb, values[next++] ?? null);
    certain &&= isPlain && printed.certain;
    return printed.text;
  };
  const text = format.replace(/%[-+# 0]*\d*(?:\.\d*)?([^\d.+# -]|$)/gu, (directive: string, verb: string) =>
    verb === "" ? "%!(NOVERB)" : print(directive, verb),
  );
  if (next >= values.length) return { text, certain };
  const extra = values.slice(next).map((value) => ({ ...printValue("v", value), type: goType(value) }));
  const rest = extra.map(({ text: printed, type }) => `${type}=${printed}`).join(", ");
  return { text: `${text}%!(EXTRA ${rest})`, certain: certain && extra.every((item) => item.certain) };
}

function printValue(verb: string, value: Json): Formatted {
  if (typeof value === "number") return printNumber(verb, value);
  if (typeof value === "string") return printString(verb, value, true);
  return printString(verb, termText(value), value === null || typeof value === "boolean");
}

function printString(verb: string, text: string, certain: boolean): Formatted {
  if (verb === "v" || verb === "s") return { text, certain };
  if (verb === "q") return { text: JSON.stringify(text), certain: certain && /^[ !#-[\]-~]*$/.test(text) };
  if (verb === "d" || verb === "t" || verb === "f") return { text: `%!${verb}(string=${text})`, certain };
  return { text, certain: false };
}

/** Numbers that read the same whether OPA holds them as an integer or as a float of few digits. */
function printNumber(verb: string, value: number): Formatted {
  const isSmall = value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6);
  const text = isSmall || Number.isInteger(value) ? String(value) : floatText(value);
  if (verb === "v" || (verb === "d" && Number.isInteger(value))) return { text, certain: isSmall };
  if (verb === "d" || verb === "s" || verb === "q" || verb === "t") {
    return { text: `%!${verb}(${goType(value)}=${text})`, certain: isSmall && verb !== "q" };
  }
  return { text, certain: false };
}

function floatText(value: number): string {
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

function goType(value: Json): string {
  if (typeof value !== "number") return "string";
  return Number.isInteger(value) ? "int" : "float64";
}

/** A value as Rego writes it. */
function termText(value: Json): string {
  if (isList(value)) return `[${value.map(termText).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}: ${termText(item)}`).join(", ")}}`;
}
