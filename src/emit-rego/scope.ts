import type { Expression } from "../ir/expression.js";
import type { Local } from "../ir/local.js";
import type { Term } from "./ast.js";
import { freeName } from "./names.js";

/** Where an element stands in the reviewed object, as the parts of a `sprintf`: "spec.volumes[%d]" and [i]. */
export interface PathFormat {
  readonly format: string;
  readonly arguments: readonly Term[];
}

/** A local that is a variable of Rego. */
export interface VariableBinding {
  readonly kind: "variable";
  readonly name: string;
  readonly path?: PathFormat;
  /** The array that it was set to, from which the places of its elements can be told. */
  readonly elementsOf?: Expression;
}

/** What a local of the IR is in Rego: a variable, or the expression that defined it, put in its place. */
export type Binding = VariableBinding | { readonly kind: "alias"; readonly value: Expression; readonly hint: string };

export interface Scope {
  readonly bindings: ReadonlyMap<number, Binding>;
  /** Names in use where this scope is; grows as names are taken, so that one body never declares a name twice. */
  readonly taken: Set<string>;
  /** Names of the module's rules, which no variable may hide. Grows as well: conditions become rules on the way. */
  readonly globals: ReadonlySet<string>;
  /** In the body of a comprehension: it must hold once for each element, so no further `some` is inlined. */
  readonly single: boolean;
}

export function emptyScope(globals: ReadonlySet<string>): Scope {
  return { bindings: new Map(), taken: new Set(), globals, single: false };
}

/** The same names, but what is taken from here on is taken here alone: a body within, or a branch beside others. */
export function fork(scope: Scope): Scope {
  return { ...scope, taken: new Set(scope.taken) };
}

/** Adds a variable for a local and says which name it got. */
export function bindVariable(
  scope: Scope,
  local: Local,
  known: Pick<VariableBinding, "path" | "elementsOf"> = {},
): { readonly name: string; readonly scope: Scope } {
  const name = takeName(scope, local.name);
  return { name, scope: bindAs(scope, local, { kind: "variable", name, ...known }) };
}

/** Lets a local stand for a variable that is already there. */
export function bindAs(scope: Scope, local: Local, binding: Binding): Scope {
  return { ...scope, bindings: new Map(scope.bindings).set(local.id, binding) };
}

export function bindAlias(scope: Scope, local: Local, value: Expression): Scope {
  return bindAs(scope, local, { kind: "alias", value, hint: local.name });
}

/** Takes a name: the wanted one, or one like it that is free here. */
export function takeName(scope: Scope, wanted: string): string {
  const name = freeName(wanted, (known) => scope.taken.has(known) || scope.globals.has(known));
  scope.taken.add(name);
  return name;
}
