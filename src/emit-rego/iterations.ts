import { walkExpression } from "../ir/children.js";
import type { Expression, Intrinsic, Iteration } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import { type Literal, some, type Term, variable } from "./ast.js";
import type { Context } from "./context.js";
import { containerLists, containersByPath, intrinsicTerm, isContainers } from "./intrinsics.js";
import { pathFormat } from "./paths.js";
import { aliasOf } from "./reads.js";
import { bindAs, bindVariable, type PathFormat, type Scope, takeName } from "./scope.js";

/** An iteration, opened: the literals that bind the element, and the scope in which it has a name. */
export interface Opened {
  readonly literals: readonly Literal[];
  readonly scope: Scope;
}

/** How an array is gone through. */
export interface Manner {
  /** The order of the elements is seen: they become an array again. */
  readonly ordered: boolean;
  /** Somebody asks for the place of the element. */
  readonly placed: boolean;
}

/** An array to go through, and the local that stands for each of its elements. */
export interface Source {
  readonly element: Local;
  readonly source: Expression;
}

/**
 * `some element in source`, with an index or path variable beside it, which the pruner takes out again where nobody asks
 * for the path. A `filter` becomes a condition on the element, which thereby keeps its path.
 */
export function openIteration(from: Source, manner: Manner, scope: Scope, context: Context): Opened {
  const source = manner.placed ? writtenArray(from.source, scope) : (aliasOf(from.source, scope) ?? from.source);
  if (source.kind === "iteration" && source.operation === "filter") {
    return openFilter(from.element, source, manner, scope, context);
  }
  if (isContainers(source)) return openContainers(from.element, source, manner, scope, context);
  const { name, scope: inner } = bindVariable(scope, from.element);
  const key = takeName(inner, indexName(inner));
  const list = pathFormat(arrayItself(source, scope), scope, context);
  const path = list && { format: `${list.format}[%d]`, arguments: [...list.arguments, variable(key)] };
  return {
    literals: [some(name, context.term(from.source, scope), key)],
    scope: bindElement(inner, from.element, name, path),
  };
}

/** The expression that a constant was set to, where the elements of that one have places of their own. */
function writtenArray(source: Expression, scope: Scope): Expression {
  if (source.kind !== "local") return source;
  const binding = scope.bindings.get(source.local.id);
  if (binding?.kind === "alias") return writtenArray(binding.value, scope);
  const written = binding?.elementsOf;
  return written?.kind === "iteration" && written.operation === "filter" ? written : source;
}

/** The array whose elements are gone through: `pod.spec?.volumes` of `pod.spec?.volumes ?? []`. */
function arrayItself(source: Expression, scope: Scope): Expression {
  if (source.kind === "fallback") return source.value;
  if (source.kind !== "local") return source;
  const binding = scope.bindings.get(source.local.id);
  const written = binding?.kind === "alias" ? binding.value : binding?.elementsOf;
  return written === undefined ? source : arrayItself(written, scope);
}

function openFilter(element: Local, filter: Iteration, manner: Manner, scope: Scope, context: Context): Opened {
  const placed = manner.placed || asksPlace([filter.body]);
  const inner = openIteration({ element, source: filter.source }, { ...manner, placed }, scope, context);
  const binding = inner.scope.bindings.get(element.id);
  if (binding === undefined) return inner;
  const withAlias = bindAs(inner.scope, filter.element, binding);
  return { literals: [...inner.literals, ...context.holds(filter.body, withAlias)], scope: inner.scope };
}

/**
 * Containers come from the library as an object of paths, or, where their order is seen, as an array; where both are
 * wanted, list by list.
 */
function openContainers(
  element: Local,
  source: Intrinsic,
  { ordered, placed }: Manner,
  scope: Scope,
  context: Context,
): Opened {
  const { name, scope: inner } = bindVariable(scope, element);
  const base = podPath(source, scope, context);
  if (!ordered) {
    const key = takeName(inner, `${name}_path`);
    const literal = some(name, containersByPath(source, scope, context), key);
    return { literals: [literal], scope: bindElement(inner, element, name, below(base, "%s", [variable(key)])) };
  }
  if (!placed) {
    return { literals: [some(name, intrinsicTerm(source, scope, context))], scope: bindElement(inner, element, name) };
  }
  const { pod, lists, elements } = containerLists(source, scope, context);
  const list = takeName(inner, "list");
  const index = takeName(inner, indexName(inner));
  const path = below(base, "spec.%s[%d]", [variable(list), variable(index)]);
  return {
    literals: [some(list, lists), some(name, elements(pod, variable(list)), index)],
    scope: bindElement(inner, element, name, path),
  };
}

/** Where the pod stands: a pod template is not the root of its object. */
function podPath(source: Intrinsic, scope: Scope, context: Context): PathFormat | undefined {
  const [pod] = source.arguments;
  return pod === undefined ? undefined : pathFormat(pod, scope, context);
}

function below(base: PathFormat | undefined, format: string, args: readonly Term[]): PathFormat {
  if (base === undefined || base.format === "") return { format, arguments: args };
  return { format: `${base.format}.${format}`, arguments: [...base.arguments, ...args] };
}

function bindElement(scope: Scope, element: Local, name: string, path?: PathFormat): Scope {
  return bindAs(scope, element, path === undefined ? { kind: "variable", name } : { kind: "variable", name, path });
}

function indexName(scope: Scope): string {
  return ["i", "j", "k"].find((name) => !scope.taken.has(name) && !scope.globals.has(name)) ?? "index";
}

/** Whether expressions ask for the place of anything. */
export function asksPlace(expressions: readonly Expression[]): boolean {
  return expressions.some((expression) => [...walkExpression(expression)].some((part) => part.kind === "fieldPath"));
}
