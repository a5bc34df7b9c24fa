import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { at, isList, type Json, textAt } from "../resources/json.js";

/** A text in the languages that Gatewright writes. */
export interface LocalizedText {
  readonly en: string;
  readonly ja: string;
}

/** What a bundle's index.json says of a rule, for readers of a report. */
export interface RuleText {
  readonly name: string;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly securityControl: LocalizedText;
  readonly severity: string;
}

/** Texts by rule. A rule that index.json does not describe, or all when it cannot be read, goes by its name. */
export function readRuleTexts(folder: string, cwd: string): ReadonlyMap<string, RuleText> {
  let index: Json;
  try {
    index = JSON.parse(readFileSync(resolve(cwd, folder, "index.json"), "utf8")) as Json; // what JSON.parse returns is JSON
  } catch {
    return new Map();
  }
  const rules = at(index, "rules");
  const texts = (isList(rules) ? rules : []).map((rule): [string, RuleText] => [textAt(rule, "name"), textOf(rule)]);
  return new Map(texts);
}

function textOf(rule: Json): RuleText {
  return {
    name: textAt(rule, "name"),
    kind: textAt(rule, "kind"),
    title: localized(rule, "title"),
    securityControl: localized(rule, "securityControl"),
    severity: textAt(rule, "severity"),
  };
}

function localized(rule: Json, field: string): LocalizedText {
  return { en: textAt(rule, field, "en"), ja: textAt(rule, field, "ja") };
}
