import { at, isList, isObject, type Json, type JsonObject, textAt } from "../resources/json.js";
import { expand } from "./expansion.js";
import { type GroupVersionKind, nameOf, typeOf } from "./object.js";

/** An ExpansionTemplate (expansion.gatekeeper.sh) as far as it makes objects; mutators are not applied. */
export interface ExpansionTemplate {
  readonly name: string;
  readonly applyTo: readonly { readonly groups: Json; readonly versions: Json; readonly kinds: Json }[];
  /** Keys to the template in the owner. */
  readonly source: readonly string[];
  readonly generated: GroupVersionKind;
  /** Replaces the constraint's own; "" leaves it. */
  readonly enforcementAction: string;
}

export interface Resultant {
  readonly object: JsonObject;
  readonly template: ExpansionTemplate;
}

export function readExpansionTemplate(object: JsonObject): ExpansionTemplate | { readonly reason: string } {
  const { group, kind } = typeOf(object);
  if (group !== "expansion.gatekeeper.sh" || kind !== "ExpansionTemplate")
    return { reason: `a ${kind} is no ExpansionTemplate` };
  const applyTo = at(object, "spec", "applyTo");
  const generated = at(object, "spec", "generatedGVK");
  const template: ExpansionTemplate = {
    name: nameOf(object),
    applyTo: (isList(applyTo) ? applyTo : []).map((entry) => ({
      groups: at(entry, "groups") ?? null,
      versions: at(entry, "versions") ?? null,
      kinds: at(entry, "kinds") ?? null,
    })),
    source: textAt(object, "spec", "templateSource").split("."),
    generated: {
      group: textAt(generated, "group"),
      version: textAt(generated, "version"),
      kind: textAt(generated, "kind"),
    },
    enforcementAction: textAt(object, "spec", "enforcementAction"),
  };
  const reason = problemOf(template, isObject(generated));
  return reason === undefined ? template : { reason };
}

/** ValidateTemplate in pkg/expansion. */
function problemOf(template: ExpansionTemplate, hasType: boolean): string | undefined {
  if (template.name === "") return "the ExpansionTemplate has no name";
  if (template.name.length >= 64) return "the name of the ExpansionTemplate has 64 characters or more";
  if (template.source[0] === "") return "the ExpansionTemplate has no templateSource";
  if (!hasType) return "the ExpansionTemplate has no generatedGVK";
  if (template.applyTo.length === 0) return "the ExpansionTemplate has no applyTo";
  if (applies(template, template.generated)) return "the ExpansionTemplate applies to what it generates";
  return undefined;
}

/** No wildcards: the three lists name what they mean. */
function applies({ applyTo }: ExpansionTemplate, { group, version, kind }: GroupVersionKind): boolean {
  const names = (list: Json, item: string) => isList(list) && list.includes(item);
  return applyTo.some(
    (entry) => names(entry.groups, group) && names(entry.versions, version) && names(entry.kinds, kind),
  );
}

const deepest = 30;

/**
 * Everything that an object makes through the templates, what its results make included. A text when an owner has no
 * such source, or when the templates go round in a circle.
 */
export function expandByTemplates(
  owner: JsonObject,
  templates: readonly ExpansionTemplate[],
  depth = 0,
): readonly Resultant[] | { readonly error: string } {
  if (depth >= deepest) return { error: "the ExpansionTemplates go round in a circle" };
  const results: Resultant[] = [];
  for (const template of templates) {
    if (!applies(template, typeOf(owner))) continue;
    const object = expand(owner, template.source, template.generated);
    if (object === undefined) {
      return { error: `${template.name}: ${nameOf(owner)} has no ${template.source.join(".")} to expand` };
    }
    const further = expandByTemplates(object, templates, depth + 1);
    if ("error" in further) return further;
    results.push({ object, template }, ...further);
  }
  return results;
}
