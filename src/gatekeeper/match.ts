import { at, isList, isObject, type Json, type JsonObject, textAt } from "../resources/json.js";
import { type LabelSelector, matchesLabels, readSelector } from "./label-selector.js";
import { isNamespace, labelsOf, nameOf, namespaceOf, typeOf } from "./object.js";
import { matchesGenerateName, matchesWildcard } from "./wildcard.js";

/** A constraint's `spec.match`; what is not said is empty. */
export interface Match {
  readonly kinds: readonly { readonly apiGroups: readonly string[]; readonly kinds: readonly string[] }[];
  readonly scope: string;
  readonly namespaces: readonly string[];
  readonly excludedNamespaces: readonly string[];
  readonly labelSelector: LabelSelector | undefined;
  readonly namespaceSelector: LabelSelector | undefined;
  readonly name: string;
  readonly source: string;
}

/** `Original`: the object of a request or a file; `Generated`: what it would create. */
export type Source = "Original" | "Generated";

export interface Matchable {
  readonly object: JsonObject;
  /** The Namespace object that the object is in, when it is known. */
  readonly namespace: JsonObject | undefined;
  readonly source: Source;
}

/** A text instead of an answer: Gatekeeper cannot decide, and counts the object as violating, with this message. */
export type MatchAnswer = boolean | { readonly error: string };

export function readMatch(match: Json | undefined): Match {
  const selector = (key: string): LabelSelector | undefined => {
    const value = at(match, key);
    return isObject(value) ? readSelector(value) : undefined;
  };
  const kinds = at(match, "kinds");
  return {
    kinds: (isList(kinds) ? kinds : []).map((entry) => ({
      apiGroups: texts(at(entry, "apiGroups")),
      kinds: texts(at(entry, "kinds")),
    })),
    scope: textAt(match, "scope"),
    namespaces: texts(at(match, "namespaces")),
    excludedNamespaces: texts(at(match, "excludedNamespaces")),
    labelSelector: selector("labelSelector"),
    namespaceSelector: selector("namespaceSelector"),
    name: textAt(match, "name"),
    source: textAt(match, "source"),
  };
}

function texts(value: Json | undefined): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Whether every criterion holds, in Gatekeeper's order (pkg/mutation/match): the first that fails or errs decides. */
export function matches(match: Match, target: Matchable): MatchAnswer {
  for (const criterion of criteria) {
    const answer = criterion(match, target);
    if (answer !== true) return answer;
  }
  return true;
}

type Criterion = (match: Match, target: Matchable) => MatchAnswer;

const criteria: readonly Criterion[] = [
  matchesKinds,
  matchesScope,
  matchesNamespaces,
  matchesExcludedNamespaces,
  ({ labelSelector }, { object }) => labelSelector === undefined || matchesLabels(labelSelector, labelsOf(object)),
  matchesNamespaceSelector,
  matchesName,
  matchesSource,
];

function matchesKinds({ kinds }: Match, { object }: Matchable): boolean {
  if (kinds.length === 0) return true;
  const { group, kind } = typeOf(object);
  return kinds.some((entry) => covers(entry.kinds, kind) && covers(entry.apiGroups, group));
}

function covers(list: readonly string[], item: string): boolean {
  return list.length === 0 || list.includes("*") || list.includes(item);
}

/** Any other text, a typing mistake included, matches everything, as in Gatekeeper. */
function matchesScope({ scope }: Match, { object, namespace }: Matchable): boolean {
  const hasNamespace = namespaceOf(object) !== "" || namespace !== undefined;
  if (scope === "Cluster") return isNamespace(object) || !hasNamespace;
  if (scope === "Namespaced") return !isNamespace(object) && hasNamespace;
  return true;
}

/** The namespace by which an object is selected; a Namespace's own name; undefined for what has none. */
function selectedBy({ object, namespace }: Matchable): string | undefined {
  if (isNamespace(object)) return nameOf(object);
  if (namespace !== undefined) return nameOf(namespace);
  return namespaceOf(object) === "" ? undefined : namespaceOf(object);
}

function matchesNamespaces({ namespaces }: Match, target: Matchable): boolean {
  const name = selectedBy(target);
  return namespaces.length === 0 || name === undefined || namespaces.some((glob) => matchesWildcard(glob, name));
}

function matchesExcludedNamespaces({ excludedNamespaces }: Match, target: Matchable): boolean {
  const name = selectedBy(target);
  return name === undefined || !excludedNamespaces.some((glob) => matchesWildcard(glob, name));
}

function matchesNamespaceSelector({ namespaceSelector }: Match, { object, namespace }: Matchable): MatchAnswer {
  if (namespaceSelector === undefined) return true;
  if (isNamespace(object)) return matchesLabels(namespaceSelector, labelsOf(object));
  if (namespace !== undefined) return matchesLabels(namespaceSelector, labelsOf(namespace));
  if (namespaceOf(object) === "") return true;
  return { error: "namespace selector for namespace-scoped object but missing Namespace" };
}

function matchesName({ name }: Match, { object }: Matchable): boolean {
  if (name === "") return true;
  return matchesWildcard(name, nameOf(object)) || matchesGenerateName(name, textAt(object, "metadata", "generateName"));
}

function matchesSource({ source }: Match, target: Matchable): boolean {
  return source === "" || source === "All" || source === target.source;
}
