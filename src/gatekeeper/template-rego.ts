import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { at, isList, type Json, type Path, pathText, textAt } from "../resources/json.js";
import { locationOf, positionInText } from "../resources/position.js";
import type { Resource } from "../resources/resource.js";
import { forbiddenReferences, packageOf } from "./rego-text.js";

/** A module as a template holds it. */
export interface TemplateModule {
  readonly text: string;
  /** Parts of the package's path. */
  readonly package: readonly string[];
  /** Where the text stands in the template. */
  readonly path: Path;
}

export interface TemplateRego {
  readonly version: "v0" | "v1";
  readonly module: TemplateModule;
  readonly libraries: readonly TemplateModule[];
}

/** The Rego that Gatekeeper takes from a target. */
export interface RegoPlace {
  /** Relative to the target. */
  readonly path: Path;
  readonly version: "v0" | "v1";
  /** Holds `rego` and `libs`. */
  readonly source: Json;
}

/** `targets[].rego` comes before `code[]`; a version other than v1 is v0. */
export function chooseRego(target: Json): RegoPlace | undefined {
  if (textAt(target, "rego") !== "") return { path: [], version: "v0", source: target };
  const index = engines(target).indexOf("Rego");
  if (index === -1) return undefined;
  const path = ["code", index, "source"];
  const source = at(target, ...path) ?? null;
  return { path, version: textAt(source, "version") === "v1" ? "v1" : "v0", source };
}

/** The engines of a target's code, in order. */
export function engines(target: Json): readonly string[] {
  const code = at(target, "code");
  return isList(code) ? code.map((entry) => textAt(entry, "engine")) : [];
}

export interface RegoReading {
  readonly rego: TemplateRego | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The modules of a template, and what Gatekeeper refuses in them before it compiles them. */
export function readRego(resource: Resource, kind: string, place: RegoPlace): RegoReading {
  const reader: Reader = { resource, kind, diagnostics: [] };
  const base = ["spec", "targets", 0, ...place.path];
  const module = readModule(reader, at(place.source, "rego"), [...base, "rego"]);
  const libraries = readLibraries(reader, at(place.source, "libs") ?? [], [...base, "libs"]);
  const isWhole = module !== undefined && reader.diagnostics.length === 0;
  return { rego: isWhole ? { version: place.version, module, libraries } : undefined, diagnostics: reader.diagnostics };
}

interface Reader {
  readonly resource: Resource;
  readonly kind: string;
  readonly diagnostics: Diagnostic[];
}

function readLibraries(reader: Reader, libs: Json, path: Path): readonly TemplateModule[] {
  if (!isList(libs)) {
    refuse(reader, "template-invalid", `${pathText(path)} must be a list of texts`, path);
    return [];
  }
  const libraries = libs.map((lib, index) => readModule(reader, lib, [...path, index]));
  for (const library of libraries) {
    if (library === undefined || (library.package[0] === "lib" && library.package.length > 1)) continue;
    const reason = `a library's package must be below lib, and ${library.package.join(".")} is not`;
    refuse(reader, "template-invalid", reason, library.path);
  }
  return libraries.filter((library) => library !== undefined);
}

function readModule(reader: Reader, value: Json | undefined, path: Path): TemplateModule | undefined {
  if (typeof value !== "string") {
    refuse(reader, "template-invalid", `${pathText(path)} must hold Rego, as a text`, path);
    return undefined;
  }
  const name = packageOf(value);
  if (name === undefined) {
    refuse(reader, "template-rego", "it does not begin with a package", path);
    return undefined;
  }
  const { resource, kind, diagnostics } = reader;
  for (const { reason, at: inner } of forbiddenReferences(value)) {
    const start = positionInText(resource.source, [...resource.path, ...path], inner);
    diagnostics.push(diagnose("template-rego", { kind, reason }, { file: resource.source.file, start }));
  }
  return { text: value, package: name, path };
}

function refuse(reader: Reader, code: "template-invalid" | "template-rego", reason: string, path: Path): void {
  const { resource, kind, diagnostics } = reader;
  diagnostics.push(diagnose(code, { kind, reason }, locationOf(resource, path)));
}
