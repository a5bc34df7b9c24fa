import type { Expression, FieldPath } from "../ir/expression.js";
import { array, call, scalar, type Term } from "./ast.js";
import type { Context } from "./context.js";
import { libraryCall } from "./library-call.js";
import type { PathFormat, Scope } from "./scope.js";

/** Where a value stands in the reviewed object; undefined when it is no part of it, or that is not known. */
export function pathFormat(expression: Expression, scope: Scope, context: Context): PathFormat | undefined {
  if (expression.kind === "object") return { format: "", arguments: [] };
  if (expression.kind === "local") {
    const binding = scope.bindings.get(expression.local.id);
    return binding?.kind === "alias" ? pathFormat(binding.value, scope, context) : binding?.path;
  }
  if (expression.kind !== "member") return undefined;
  const base = pathFormat(expression.base, scope, context);
  return base === undefined ? undefined : addKey(base, expression.key, scope, context);
}

function addKey(base: PathFormat, key: Expression, scope: Scope, context: Context): PathFormat {
  if (key.kind === "literal" && typeof key.value === "string") {
    return { ...base, format: joinKey(base.format, key.value) };
  }
  const joined = libraryCall("fields", "path", formatted(base), context.term(key, scope));
  return { format: "%s", arguments: [joined] };
}

/** As `field` joins them in TypeScript: a key that is no plain name stands in brackets. */
function joinKey(format: string, key: string): string {
  const escaped = key.replaceAll("%", "%%");
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `${format}[${escaped}]`;
  return format === "" ? escaped : `${format}.${escaped}`;
}

/** The text that a format and its arguments stand for, as a term. */
export function formatted({ format, arguments: args }: PathFormat): Term {
  if (args.length === 0) return scalar(format.replaceAll("%%", "%"));
  const [only] = args;
  if (format === "%s" && only !== undefined && args.length === 1) return only;
  return call("sprintf", scalar(format), array(args));
}

/** The text of `field(from, ...keys)`. Where the place of `from` is unknown, the keys alone are left. */
export function fieldPathTerm(expression: FieldPath, scope: Scope, context: Context): Term {
  const from = pathFormat(expression.from, scope, context) ?? { format: "", arguments: [] };
  return formatted(expression.keys.reduce((path, key) => addKey(path, key, scope, context), from));
}
