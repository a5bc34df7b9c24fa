import { readFileSync } from "node:fs";
import Handlebars from "handlebars";

/** Values and blocks that a template prints as they are; whoever makes them has serialised and escaped them. */
export type TemplateValues = { readonly [name: string]: TemplateValue };
type TemplateValue = string | boolean | undefined | readonly TemplateValues[] | TemplateValues;

/** templates/ lies beside src/ and dist/ alike. */
const folder = new URL("../../templates/", import.meta.url);

/** Fills a file of templates/. A name that the template uses and `values` has not is our mistake, and thrown. */
export function renderTemplate(name: string, values: TemplateValues): string {
  return compile(name)(values);
}

const compiled = new Map<string, Handlebars.TemplateDelegate<TemplateValues>>();

function compile(name: string): Handlebars.TemplateDelegate<TemplateValues> {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`${name}.hbs`, folder), "utf8");
  const template = Handlebars.compile<TemplateValues>(text, { noEscape: true, strict: true, preventIndent: true });
  compiled.set(name, template);
  return template;
}
