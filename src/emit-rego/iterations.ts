import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import { type Literal, type Some, some, type Term, variable } from "./ast.js";
import type { Context } from "./context.js";
import { containersByPath, isContainers } from "./intrinsics.js";
import { pathFormat } from "./paths.js";
import { aliasOf } from "./reads.js";
import { bindAs, bindVariable, type PathFormat, type Scope, takeName } from "./scope.js";

/** An iteration, opened: the literals that bind the element, and the scope in which it has a name. */
export interface Opened {
  readonly literals: readonly Literal[];
  readonly scope: Scope;
}

/**
 * `some element in source`, with an index or path variable beside it, which the pruner takes out again where no
 * violation asks for the path. A `filter` becomes a condition on the element, which thereby keeps its path.
 */
export function openIteration(element: Local, source: Expression, scope: Scope, context: Context): Opened {
  const expanded = aliasOf(source, scope) ?? source;
  if (expanded.kind === "iteration" && expanded.operation === "filter") {
    return openFilter(element, expanded.source, expanded.element, expanded.body, scope, context);
  }
  const bound = bindVariable(scope, element);
  if (isContainers(expanded)) {
    const key = takeName(bound.scope, `${bound.name}_path`);
    const path = { format: "%s", arguments: [variable(key)] };
    return opened(element, bound, key, containersByPath(expanded, scope, context), path);
  }
  const key = takeName(bound.scope, indexName(bound.scope));
  const path = elementPath(expanded, key, scope, context);
  return opened(element, bound, key, context.term(source, scope), path);
}

function openFilter(
  element: Local,
  source: Expression,
  filtered: Local,
  body: Expression,
  scope: Scope,
  context: Context,
): Opened {
  const inner = openIteration(element, source, scope, context);
  const binding = inner.scope.bindings.get(element.id);
  if (binding?.kind !== "variable") return inner;
  const withAlias = bindAs(inner.scope, filtered, binding.name, binding.path);
  return { literals: [...inner.literals, ...context.holds(body, withAlias)], scope: inner.scope };
}

function opened(
  element: Local,
  bound: { readonly name: string; readonly scope: Scope },
  key: string,
  source: Term,
  path: PathFormat | undefined,
): Opened {
  const literal: Some = some(bound.name, source, key);
  return { literals: [literal], scope: bindAs(bound.scope, element, bound.name, path) };
}

function indexName(scope: Scope): string {
  return ["i", "j", "k"].find((name) => !scope.taken.has(name)) ?? "index";
}

/** The path of the elements of an array in the reviewed object; undefined for arrays from elsewhere. */
function elementPath(source: Expression, index: string, scope: Scope, context: Context): PathFormat | undefined {
  const list = source.kind === "fallback" ? source.value : source;
  const path = pathFormat(list, scope, context);
  if (path === undefined) return undefined;
  return { format: `${path.format}[%d]`, arguments: [...path.arguments, variable(index)] };
}
