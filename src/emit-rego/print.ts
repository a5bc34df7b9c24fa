import {
  type CallTerm,
  type Clause,
  type Every,
  type Literal,
  type Module,
  type ObjectTerm,
  type Rule,
  type Scalar,
  scalar,
  type Term,
} from "./ast.js";
import { namesUsed, termsInRule } from "./walk.js";

/** Longer lines are broken where Rego allows it. `opa fmt` keeps our breaks; Regal complains from 120 on. */
const lineWidth = 110;

/** Prints a module as `opa fmt` would: what is printed is already formatted (a test and every build see to it). */
export function printModule(module: Module): string {
  const head = module.head.map(commentLine);
  const imports = module.imports.length === 0 ? [] : [module.imports.map((name) => `import ${name}`).join("\n")];
  const top = [...head, `package ${module.package}`].join("\n");
  return `${[top, ...imports, ...module.rules.map(printRule)].join("\n\n")}\n`;
}

function commentLine(text: string): string {
  return text === "" ? "" : `# ${text}`;
}

function printRule(rule: Rule): string {
  const [first, ...others] = rule.clauses;
  const parameters = rule.parameters === undefined ? "" : `(${parameterNames(rule, rule.parameters).join(", ")})`;
  const contains = rule.contains === undefined ? "" : ` contains ${printTerm(rule.contains, 0)}`;
  const start = `${rule.name}${parameters}${contains}`;
  const chained = others.length > 0;
  const lines = [printClause(start, first, chained), ...others.map((clause) => printClause(" else", clause, true))];
  return [...rule.comment.map((text) => commentLine(text).padEnd(1, "#")), lines.join("")].join("\n");
}

/** `opa check --strict` wants a wildcard for a parameter that nothing uses. */
function parameterNames(rule: Rule, parameters: readonly string[]): readonly string[] {
  const used = new Set(namesUsed(termsInRule(rule)));
  return parameters.map((name) => (used.has(name) ? name : "_"));
}

function printClause(start: string, clause: Clause, chained: boolean): string {
  const [only, ...more] = clause.body;
  const value = clause.value ?? scalar(true);
  // With a body, true goes without saying.
  const isSilent = only !== undefined && value.kind === "scalar" && value.value === true;
  const head = isSilent ? start : `${start} := ${printTerm(value, 0)}`;
  if (only === undefined) return head;
  if (!chained && more.length === 0 && !isBlock(only)) {
    const line = `${head} if ${printLiteral(only, 0)}`;
    if (!line.includes("\n") && line.length <= lineWidth) return line;
  }
  return `${head} if {\n${printBody(clause.body, 1)}\n}`;
}

/** Literals that `opa fmt` would not leave on the line of the head. */
function isBlock(literal: Literal): boolean {
  return literal.kind === "some" || literal.kind === "every" || literal.kind === "assign";
}

function printBody(body: readonly Literal[], depth: number): string {
  return body.map((literal) => `${indent(depth)}${printLiteral(literal, depth)}`).join("\n");
}

function indent(depth: number): string {
  return "\t".repeat(depth);
}

export function printLiteral(literal: Literal, depth: number): string {
  switch (literal.kind) {
    case "holds":
      return printTerm(literal.term, depth);
    case "compare":
      return `${printTerm(literal.left, depth)} ${literal.operator} ${printTerm(literal.right, depth)}`;
    case "member":
      return `${printTerm(literal.value, depth)} in ${printTerm(literal.collection, depth)}`;
    case "assign":
      return `${literal.name} := ${printTerm(literal.value, depth, literal.name.length + 4)}`;
    case "some": {
      const names = literal.key === undefined ? literal.value : `${literal.key}, ${literal.value}`;
      return `some ${names} in ${printTerm(literal.source, depth)}`;
    }
    case "every":
      return printEvery(literal, depth);
    case "not":
      return `not ${printLiteral(literal.literal, depth)}`;
  }
}

function printEvery({ key, value, source, body }: Every, depth: number): string {
  const head = `every ${key === undefined ? value : `${key}, ${value}`} in ${printTerm(source, depth)}`;
  const [only, ...more] = body;
  if (only !== undefined && more.length === 0 && !isBlock(only)) {
    const line = `${head} { ${printLiteral(only, depth)} }`;
    if (fits(line, depth)) return line;
  }
  return `${head} {\n${printBody(body, depth + 1)}\n${indent(depth)}}`;
}

/** `used` is what stands on the line before the term. */
export function printTerm(term: Term, depth: number, used = 0): string {
  switch (term.kind) {
    case "scalar":
      return printScalar(term);
    case "var":
      return term.name;
    case "ref":
      return `${term.head}${term.path.map((key) => printKey(key, depth)).join("")}`;
    case "call":
      return printCall(term, depth, used);
    case "array":
      return printArray(term.items, depth, used);
    case "object":
      return printObject(term, depth, used);
    case "arrayComprehension":
      return printComprehension(term.head, term.body, depth, used);
  }
}

/** Escapes as JSON does, and the byte order mark besides, which Rego does not take. */
function printScalar({ value, raw = false }: Scalar): string {
  const isPlain = raw && typeof value === "string" && value.includes("\\") && /^[^`\p{Cc}\ufeff]*$/u.test(value);
  return isPlain ? `\`${value}\`` : JSON.stringify(value).replaceAll("\ufeff", "\\ufeff");
}

/** On one line; with only the last argument broken, as in `sprintf("...", [`; or with an argument on each line. */
function printCall(term: CallTerm, depth: number, used: number): string {
  const plain = term.arguments.slice(0, -1).map((argument) => printTerm(argument, depth));
  const start = `${term.name}(${plain.map((argument) => `${argument}, `).join("")}`;
  const last = term.arguments.at(-1);
  const line = `${start}${last === undefined ? "" : printTerm(last, depth, used + start.length + 1)})`;
  const hugs = last?.kind === "array" || last?.kind === "object" || last?.kind === "arrayComprehension";
  if (fits(line, depth, used) || (hugs && fits(start, depth, used))) return line;
  const inner = term.arguments.map((argument) => `${indent(depth + 1)}${printTerm(argument, depth + 1)},`);
  return `${term.name}(\n${inner.join("\n")}\n${indent(depth)})`;
}

function printKey(key: Term, depth: number): string {
  if (key.kind === "scalar" && typeof key.value === "string" && /^[A-Za-z_][A-Za-z0-9_]*$/.test(key.value)) {
    return `.${key.value}`;
  }
  return `[${printTerm(key, depth)}]`;
}

function printArray(items: readonly Term[], depth: number, used: number): string {
  const line = `[${items.map((item) => printTerm(item, depth)).join(", ")}]`;
  if (fits(line, depth, used)) return line;
  const inner = items.map((item) => `${indent(depth + 1)}${printTerm(item, depth + 1)},`);
  return `[\n${inner.join("\n")}\n${indent(depth)}]`;
}

function printObject(term: ObjectTerm, depth: number, used: number): string {
  const member = ([key, value]: readonly [string, Term], at: number): string => {
    const name = JSON.stringify(key);
    return `${name}: ${printTerm(value, at, name.length + 2)}`;
  };
  const line = `{${term.members.map((entry) => member(entry, depth)).join(", ")}}`;
  if (term.members.length <= 3 && fits(line, depth, used)) return line;
  const inner = term.members.map((entry) => `${indent(depth + 1)}${member(entry, depth + 1)},`);
  return `{\n${inner.join("\n")}\n${indent(depth)}}`;
}

function printComprehension(head: Term, body: readonly Literal[], depth: number, used: number): string {
  const printed = body.map((literal) => printLiteral(literal, depth));
  const line = `[${printTerm(head, depth)} | ${printed.join("; ")}]`;
  if (body.length <= 2 && fits(line, depth, used)) return line;
  return `[${printTerm(head, depth)} |\n${printBody(body, depth + 1)}\n${indent(depth)}]`;
}

function fits(line: string, depth: number, used = 0): boolean {
  return !line.includes("\n") && depth * 4 + used + line.length <= lineWidth;
}
