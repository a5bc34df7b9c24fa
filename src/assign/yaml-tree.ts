import type { Location } from "../diagnostics/diagnostic.js";
import type { Json } from "../ir/parameter-schema.js";

/** A YAML document as JSON can hold it, each part with its place. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: null | boolean | number | string;
  /** The text as written, without quotes; empty where a value was left out. */
  readonly source: string;
  /** Without quotes: the text alone decides the type. */
  readonly plain: boolean;
  readonly at: Location;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly at: Location;
}

export interface YamlMap {
  readonly kind: "map";
  /** No key twice. */
  readonly entries: readonly YamlEntry[];
  readonly at: Location;
}

export interface YamlEntry {
  readonly key: YamlScalar & { readonly value: string };
  readonly value: YamlNode;
}

/** A node with the way that leads to it. */
export interface Spot {
  readonly node: YamlNode;
  /** As Kubernetes prints paths: `spec.rules.a-rule.parameters.ports[0]`; empty for the document. */
  readonly path: string;
  /** Where a diagnostic about the node points: its value, or its key when the value covers several lines or none. */
  readonly at: Location;
}

/** The keys and indices, `[]` for the document itself. A JSON pointer has the same, as text. */
export type Steps = readonly (string | number)[];

/** Undefined when there is no such node. */
export function spotOf(root: YamlNode, steps: Steps): Spot | undefined {
  let spot: Spot | undefined = { node: root, path: "", at: pointAt(root.at) };
  for (const step of steps) {
    spot = spot === undefined ? undefined : stepInto(spot, step);
  }
  return spot;
}

/** The node itself and every node in it, in the order of the text. */
export function* spotsIn(spot: Spot): Generator<Spot> {
  yield spot;
  for (const child of children(spot)) yield* spotsIn(child);
}

export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key.value === key) : undefined;
}

/** The text at the steps, or undefined when nothing or something else is there. */
export function textAt(root: YamlNode, steps: Steps): string | undefined {
  const node = spotOf(root, steps)?.node;
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** `Object.fromEntries` defines keys as they are: `__proto__` is a key as any other. */
export function toJson(node: YamlNode): Json {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toJson);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, toJson(value)]));
}

/** A place that a frame can mark: the first point of what covers several lines. */
export function pointAt(at: Location): Location {
  return at.end?.line === at.start.line ? at : { file: at.file, start: at.start };
}

/** The path of a member. A key that would read as more than one step is put into brackets, as Kubernetes does. */
export function memberPath(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function stepInto(spot: Spot, step: string | number): Spot | undefined {
  return children(spot, step).next().value ?? undefined;
}

function* children({ node, path }: Spot, only?: string | number): Generator<Spot, undefined> {
  if (node.kind === "map") {
    for (const { key, value } of node.entries) {
      if (only !== undefined && key.value !== only) continue;
      const at = isOnOneLine(value) ? value.at : key.at;
      yield { node: value, path: memberPath(path, key.value), at };
    }
  }
  if (node.kind === "list") {
    for (const [index, item] of node.items.entries()) {
      if (only !== undefined && String(index) !== String(only)) continue;
      yield { node: item, path: `${path}[${index}]`, at: pointAt(item.at) };
    }
  }
}

function isOnOneLine({ at }: YamlNode): boolean {
  return at.end?.line === at.start.line && at.end.column > at.start.column;
}
