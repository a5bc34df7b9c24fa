import { packagePath } from "../gatekeeper/rego-text.js";
import type { ConstraintTemplate } from "../gatekeeper/template.js";
import type { TemplateModule } from "../gatekeeper/template-rego.js";
import type { CompileRequest, RegoVersion } from "../opa/opa.js";

/** What is compiled together: one policy for several templates. */
export interface Unit {
  readonly request: CompileRequest;
  /** Where the files of the request come from; a file that several templates embed alike names one of them. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly templates: readonly ConstraintTemplate[];
}

export interface Origin {
  readonly template: ConstraintTemplate;
  readonly module: TemplateModule;
  /** As Gatekeeper names the module in its own messages: template, or libs["lib_0"]. */
  readonly gatekeeperName: string;
}

/** The entry point of a template's violations: its package's path and the rule's name. */
export function entrypointOf({ rego }: ConstraintTemplate): string {
  return `${packagePath(rego.module.package)}/violation`;
}

/**
 * Divides templates into as few units as there may be. Gatekeeper compiles each template alone, so templates share a
 * unit only when no package of one is, or lies in, a package of another with different texts, and when they are of one
 * version.
 */
export function groupTemplates(templates: readonly ConstraintTemplate[]): readonly Unit[] {
  const groups: Group[] = [];
  for (const template of templates) {
    const packages = packagesOf(template);
    const group = groups.find((candidate) => accepts(candidate, template.rego.version, packages));
    if (group === undefined)
      groups.push({ version: template.rego.version, packages: new Map(packages), templates: [template] });
    else {
      group.templates.push(template);
      for (const [name, text] of packages) group.packages.set(name, text);
    }
  }
  return groups.map(({ version, templates: members }) => unitOf(version, members));
}

interface Group {
  readonly version: RegoVersion;
  /** Texts by the package's path; several modules of one package are one text. */
  readonly packages: Map<string, string>;
  readonly templates: ConstraintTemplate[];
}

function packagesOf({ rego }: ConstraintTemplate): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  for (const { package: parts, text } of [rego.module, ...rego.libraries]) {
    const name = packagePath(parts);
    packages.set(name, `${packages.get(name) ?? ""}${text}\0`);
  }
  return packages;
}

function accepts(group: Group, version: RegoVersion, packages: ReadonlyMap<string, string>): boolean {
  if (group.version !== version) return false;
  for (const [name, text] of packages) {
    for (const [other, otherText] of group.packages) {
      if (name === other ? text !== otherText : isWithin(name, other) || isWithin(other, name)) return false;
    }
  }
  return true;
}

/** Libraries lie beside each other below `lib`; a package inside another could be a rule of it. */
function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`);
}

function unitOf(regoVersion: RegoVersion, templates: readonly ConstraintTemplate[]): Unit {
  const modules: Record<string, string> = {};
  const origins = new Map<string, Origin>();
  const files = new Map<string, string>();
  const add = (template: ConstraintTemplate, module: TemplateModule, gatekeeperName: string) => {
    const key = `${packagePath(module.package)}\0${module.text}`;
    if (files.has(key)) return;
    const file = `${packagePath(module.package)}/${files.size}.rego`;
    files.set(key, file);
    modules[file] = module.text;
    origins.set(file, { template, module, gatekeeperName });
  };
  for (const template of templates) {
    add(template, template.rego.module, "template");
    template.rego.libraries.forEach((library, index) => {
      add(template, library, `libs["lib_${index}"]`);
    });
  }
  const entrypoints = [...new Set(templates.map(entrypointOf))];
  return { request: { modules, entrypoints, regoVersion }, origins, templates };
}
