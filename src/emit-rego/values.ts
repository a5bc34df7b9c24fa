import type { Call, Choice, Expression, Fallback, Iteration, Method, Pattern, Text } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { ValueType } from "../ir/value-type.js";
import { array, type Clause, call, type Literal, object, scalar, type Term, variable } from "./ast.js";
import type { Context } from "./context.js";
import { containersByPath, intrinsicTerm, isContainers } from "./intrinsics.js";
import { asksPlace, openIteration } from "./iterations.js";
import { libraryCall } from "./library-call.js";
import { fieldPathTerm } from "./paths.js";
import { aliasOf, isPresent, memberPath, readMember, readOr } from "./reads.js";
import { fork, type Scope } from "./scope.js";

/** A total Rego term for a value of TypeScript: null stands for undefined. */
export function valueTerm(expression: Expression, scope: Scope, context: Context, hint = "value"): Term {
  switch (expression.kind) {
    case "literal":
      return scalar(expression.value);
    case "absent":
      return scalar(null);
    case "object":
      return variable(context.objectRule);
    case "parameters":
      return variable("parameters");
    case "local":
      return localTerm(expression.local, scope, context);
    case "member":
      return readMember(expression, scope, context);
    case "fallback":
      return fallbackTerm(expression, scope, context, hint);
    case "choice":
      return choiceTerm(expression, scope, context, hint);
    case "text":
      return textTerm(expression, scope, context);
    case "list":
      return array(expression.items.map((item) => context.term(item, scope)));
    case "record":
      return object(expression.members.map(({ key, value }) => [key, context.term(value, scope)] as const));
    case "iteration":
      return expression.operation === "filter" || expression.operation === "map"
        ? comprehension(expression, scope, context)
        : truthTerm(expression, scope, context, hint);
    case "call":
      return expression.predicate ? truthTerm(expression, scope, context, hint) : callTerm(expression, scope, context);
    case "method":
      return methodTerm(expression, scope, context, hint);
    case "intrinsic":
      return expression.type.kind === "boolean"
        ? truthTerm(expression, scope, context, hint)
        : intrinsicTerm(expression, scope, context);
    case "pattern":
      return patternTerm(expression, scope, context);
    case "fieldPath":
      return fieldPathTerm(expression, scope, context);
    case "compare":
    case "isAbsent":
    case "and":
    case "or":
    case "not":
    case "matches":
      return truthTerm(expression, scope, context, hint);
  }
}

/** A call of a helper function; one without parameters is a rule of Rego, for Rego has no such functions. */
export function callTerm(expression: Call, scope: Scope, context: Context): Term {
  const name = context.functionNames.get(expression.function) ?? invariantName(expression.function);
  const args = expression.arguments.map((argument) => context.term(argument, scope));
  return args.length === 0 ? variable(name) : call(name, ...args);
}

function invariantName(id: number): never {
  throw new Error(`the helper function ${id} has no name in Rego`);
}

function patternTerm({ source }: Pattern, scope: Scope, context: Context): Term {
  return source.kind === "literal" ? { kind: "scalar", value: source.value, raw: true } : context.term(source, scope);
}

function localTerm(local: Local, scope: Scope, context: Context): Term {
  const binding = scope.bindings.get(local.id);
  if (binding === undefined) throw new Error(`the local ${local.name} has no name in Rego`);
  return binding.kind === "variable" ? variable(binding.name) : valueTerm(binding.value, scope, context, binding.hint);
}

/** A condition used as a value: a function that is true or false, never undefined. */
function truthTerm(expression: Expression, scope: Scope, context: Context, hint: string): Term {
  return context.lift(
    {
      name: hint,
      uses: [expression],
      rules: (inner) => [[{ value: scalar(true), body: context.holds(expression, inner) }, falseClause]],
    },
    scope,
  );
}

const falseClause: Clause = { value: scalar(false), body: [] };

function fallbackTerm(expression: Fallback, scope: Scope, context: Context, hint: string): Term {
  const value = aliasOf(expression.value, scope) ?? expression.value;
  if (value.kind === "member" && isConstant(expression.otherwise, value.type)) {
    const { base, keys } = memberPath(value, scope, context);
    return readOr(value.type, context.term(expression.otherwise, scope), base, keys);
  }
  const choices = flatten(expression);
  const clause = (choice: Expression, inner: Scope): Clause => ({
    value: presentTerm(choice, inner, context),
    body: [isPresent(choice, inner, context)],
  });
  return context.lift(
    {
      name: `${hint}_of`,
      uses: choices,
      rules: (inner) => {
        const [first, ...others] = choices.slice(0, -1).map((choice) => clause(choice, inner));
        const last = { value: context.term(choices.at(-1) ?? expression.otherwise, inner), body: [] };
        return first === undefined ? [[last]] : [[first, ...others, last]];
      },
    },
    scope,
  );
}

/** `a ?? b ?? c` as its parts, in order. */
function flatten(expression: Expression): readonly Expression[] {
  return expression.kind === "fallback"
    ? [...flatten(expression.value), ...flatten(expression.otherwise)]
    : [expression];
}

/** The value where `isPresent` has held: a direct reference reads better than a total one. */
function presentTerm(expression: Expression, scope: Scope, context: Context): Term {
  const source = aliasOf(expression, scope) ?? expression;
  if (source.kind !== "member") return context.term(expression, scope);
  return context.term({ ...source, narrowed: true }, scope);
}

/** A constant of the very kind that is read: the library takes the type to look for from it. */
function isConstant(expression: Expression, { kind }: ValueType): boolean {
  if (expression.type.kind !== kind || kind === "scalar" || kind === "unknown") return false;
  if (expression.kind === "list") return expression.items.length === 0;
  return expression.kind === "literal" || (expression.kind === "record" && expression.members.length === 0);
}

function choiceTerm(expression: Choice, scope: Scope, context: Context, hint: string): Term {
  return context.lift(
    {
      name: `${hint}_of`,
      uses: [expression],
      rules: (inner) => [
        [
          { value: context.term(expression.whenTrue, inner), body: context.holds(expression.condition, inner) },
          { value: context.term(expression.whenFalse, inner), body: [] },
        ],
      ],
    },
    scope,
  );
}

function textTerm(expression: Text, scope: Scope, context: Context): Term {
  const parts = expression.parts.map((part) => {
    if (part.kind === "literal") return { verb: String(part.value).replaceAll("%", "%%"), terms: [] };
    return { verb: "%s", terms: [printed(part, scope, context)] };
  });
  const format = parts.map((part) => part.verb).join("");
  const terms = parts.flatMap((part) => part.terms);
  const [only] = terms;
  if (only === undefined) return scalar(format.replaceAll("%%", "%"));
  if (format === "%s") return only;
  return call("sprintf", scalar(format), array(terms));
}

/** A text is printed as it is. Of anything else the library makes one: `%v` would print large integers as floats. */
function printed(part: Expression, scope: Scope, context: Context): Term {
  const term = context.term(part, scope);
  return part.type.kind === "string" ? term : libraryCall("text", "of", term);
}

function comprehension(expression: Iteration, scope: Scope, context: Context): Term {
  const manner = { ordered: true, placed: asksPlace([expression.body]) };
  const { literals, scope: inner } = openIteration(expression, manner, fork(scope), context);
  const single = { ...inner, single: true };
  const element = context.term({ kind: "local", local: expression.element, type: expression.element.type }, single);
  const guards: readonly Literal[] = expression.operation === "filter" ? context.holds(expression.body, single) : [];
  const head = expression.operation === "filter" ? element : context.term(expression.body, single);
  return { kind: "arrayComprehension", head, body: [...literals, ...guards] };
}

/** What has a length has it in any order. */
function counted(receiver: Expression, scope: Scope, context: Context): Term {
  const source = aliasOf(receiver, scope) ?? receiver;
  return isContainers(source) ? containersByPath(source, scope, context) : context.term(receiver, scope);
}

function methodTerm(expression: Method, scope: Scope, context: Context, hint: string): Term {
  const receiver = (): Term => context.term(expression.receiver, scope);
  const argument = (index: number): Term => {
    const given = expression.arguments[index];
    return given === undefined ? scalar(null) : context.term(given, scope);
  };
  switch (expression.method) {
    case "length":
      return call("count", counted(expression.receiver, scope, context));
    case "join":
      return call("concat", argument(0), receiver());
    case "split":
      return call("split", receiver(), argument(0));
    case "sliceFrom":
      return libraryCall("text", "from", receiver(), argument(0));
    case "toUpperCase":
      return libraryCall("ascii", "upper", receiver());
    case "toLowerCase":
      return libraryCall("ascii", "lower", receiver());
    case "trim":
      return libraryCall("ascii", "trim", receiver());
    case "includes":
    case "contains":
    case "startsWith":
    case "endsWith":
      return truthTerm(expression, scope, context, hint);
  }
}
