import { createRequire } from "node:module";
import ts from "typescript";
import type { ResourceType } from "../../src/ir/metadata.js";
import type { Json } from "../../src/ir/parameter-schema.js";

/** Tells why a path names no field of an object; undefined where it does. */
export type PathFault = (path: string, object: Json) => string | undefined;

/**
 * A path is right when one of the Kubernetes types (those of kubernetes-types) has such a field, whether the object has it
 * or not, and when the object has each array element that the path goes through.
 */
export function pathsOf(types: readonly ResourceType[]): PathFault {
  const roots = types.map(rootOf);
  return (path, object) => {
    const faults = roots.map((root) => faultOf(path, { type: root.type, value: object }, root.checker));
    return faults.includes(undefined) ? undefined : `${path}: ${faults.join(", ")}`;
  };
}

interface Root {
  readonly type: ts.Type;
  readonly checker: ts.TypeChecker;
}

const roots = new Map<string, Root>();

/** Every rule looks at the same few types, and to load them takes a while. */
function rootOf({ group, version, kind }: ResourceType): Root {
  const name = `${group}/${version}/${kind}`;
  const known = roots.get(name) ?? loadRoot(group, version, kind);
  roots.set(name, known);
  return known;
}

function loadRoot(group: string, version: string, kind: string): Root {
  const folder = group === "" ? "core" : group.replace(/\..*$/, "");
  const file = createRequire(import.meta.url).resolve(`kubernetes-types/${folder}/${version}.d.ts`);
  const program = ts.createProgram([file], { strict: true, module: ts.ModuleKind.NodeNext });
  const checker = program.getTypeChecker();
  return { type: exportedType(checker, program.getSourceFile(file), kind), checker };
}

function faultOf(path: string, start: Place, checker: ts.TypeChecker): string | undefined {
  let at = start;
  for (const step of stepsOf(path)) {
    const next = follow(at, step, checker);
    if (typeof next === "string") return next;
    at = next;
  }
  return undefined;
}

function exportedType(checker: ts.TypeChecker, source: ts.SourceFile | undefined, name: string): ts.Type {
  const file = source && checker.getSymbolAtLocation(source);
  const symbol = file && checker.getExportsOfModule(file).find((each) => each.name === name);
  if (symbol === undefined) throw new Error(`kubernetes-types has no ${name} in ${source?.fileName}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

/** "[0]" is an index or a key, whatever the type there makes of it. */
type Step = { readonly name: string } | { readonly bracketed: string };

function stepsOf(path: string): Step[] {
  const steps = [...path.matchAll(/(?:^|\.)(?<name>[A-Za-z_][A-Za-z0-9_-]*)|\[(?<bracketed>[^\]]*)\]|(?<rest>.)/gs)];
  return steps.map(({ groups: { name, bracketed, rest } = {} }) => {
    if (name !== undefined) return { name };
    return bracketed === undefined ? { name: `${rest}` } : { bracketed };
  });
}

interface Place {
  readonly type: ts.Type;
  /** Undefined where the object has no such field. */
  readonly value: Json | undefined;
}

function follow({ type, value }: Place, step: Step, checker: ts.TypeChecker): Place | string {
  const key = "name" in step ? step.name : step.bracketed;
  const element = checker.getIndexInfoOfType(type, ts.IndexKind.Number)?.type;
  if (element !== undefined) {
    const found = "bracketed" in step && Array.isArray(value) ? value[Number(key)] : undefined;
    return found === undefined ? `the object has no element ${key}` : { type: element, value: found };
  }
  const property = "name" in step ? checker.getPropertyOfType(type, key) : undefined;
  const member = property && checker.getTypeOfSymbol(property);
  const known = member ?? checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
  if (known === undefined) return `${checker.typeToString(type)} has no ${key}`;
  return { type: checker.getNonNullableType(known), value: memberOf(value, key) };
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  // Array.isArray does not tell a readonly array from an object.
  const object = value as { readonly [key: string]: Json };
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
