import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { type Inner, type Item, text, type ThingSpec, things } from "../thing.js";

export default defineRule()({
  name: "helpers",
  kind: "CaseHelpers",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const spec = thing.spec;
    if (isWeb(spec?.name ?? "")) yield violation("web", { field: at });
    if (!isWeb(spec?.label ?? "")) yield violation("label is not web", { field: at });
    yield violation(`size ${sizeOf(spec?.size)} ${describe(spec?.size, spec?.on)}`, { field: at, found: maybe(spec?.label) });
    if (maybe(spec?.label) === undefined) yield violation("maybe not", { field: at });
    for (const item of (spec?.items ?? []).filter(isReady)) yield violation(`ready ${item.name}`, { field: field(item) });
    if ((spec?.items ?? []).some(isReady) && !(spec?.items ?? []).every(isReady)) yield violation("some ready", { field: at });
    yield violation((spec?.items ?? []).map(nameOf).join(","), { field: at, found: (spec?.tags ?? []).map(upper) });
    if (always()) yield violation(`always ${constant()}`, { field: at });
    if (never()) yield violation("never", { field: at });
    if (spec !== undefined && hasInner(spec)) yield violation("inner", { field: at });
    if (tri(spec?.on) === undefined) yield violation("tri unset", { field: at });
    if (tri(spec?.on) === false) yield violation("tri off", { field: at });
    if (tri(spec?.on) === true) yield violation("tri on", { field: at });
    if (tri(spec?.on) ?? true) yield violation("tri on or unset", { field: at });
    if (both({ name: spec?.name ?? "", label: spec?.label })) yield violation("both", { field: at });
    if (optional("a")) yield violation("optional", { field: at });
    if (optional(spec?.name ?? "", spec?.label)) yield violation("optional with label", { field: at });
    if (overlaps(spec?.tags ?? [], spec?.names ?? [])) yield violation("overlaps", { field: at });
    if (nested(spec?.size ?? 0)) yield violation("nested", { field: at });
    yield violation(`grade ${grade(spec?.size ?? 0, spec?.flag === true)}`, { field: at, found: tagsOf(spec?.inner) });
    if (unused("x", 1)) yield violation("unused", { field: at });
    yield violation(note(spec?.port), { field: at });
  },
});

/** Tells whether a name is "web". */
function isWeb(name: string): boolean {
  return name === "web";
}

function sizeOf(size: number | undefined): number {
  if (size === undefined) return -1;
  if (size > 5) return 5;
  return size;
}

function describe(size: number | undefined, on: boolean | undefined): string {
  const known = sizeOf(size);
  if (on === undefined) {
    if (known > 2) return "big and unset";
    return "unset";
  } else if (on) {
    return known > 2 ? "big and on" : "on";
  }
  const word = isWeb("web") ? "off" : "never";
  return `${word} ${known}`;
}

function maybe(label: string | undefined): string | undefined {
  if (label === undefined || label === "") return;
  if (label === "Db") return undefined;
  return label.toUpperCase();
}

function isReady(item: Item): boolean {
  if (item.ready === undefined) return false;
  return item.ready && item.weight > 0;
}

const nothing = "nothing";

function nameOf({ name, note }: Item): string {
  return note ?? (name === "" ? nothing : name);
}

function upper(tag: string): string {
  return tag.toUpperCase();
}

function always(): boolean {
  return true;
}

function constant(): string {
  return "constant";
}

function never(): boolean {
  return false;
}

function hasInner(spec: ThingSpec): boolean {
  return spec.inner !== undefined && hasLabel(spec.inner);
}

function hasLabel(inner: Inner): boolean {
  return inner.label !== undefined;
}

function tri(on: boolean | undefined): boolean | undefined {
  return on;
}

function both(pair: { name: string; label: string | undefined }): boolean {
  return pair.name === pair.label;
}

function optional(name: string, label?: string): boolean {
  return label === undefined ? name === "a" : label === name;
}

function overlaps(tags: readonly string[], names: readonly string[]): boolean {
  const common = tags.filter((tag) => names.includes(tag));
  if (common.length === 0) return false;
  return common.some((tag) => tag !== "") || names.every((name) => tags.includes(name));
}

function nested(size: number): boolean {
  if (size > 10) {
    if (size > 50) return true;
    return size === 12;
  }
  if (size === 0) return true;
  return false;
}

function grade(size: number, flag: boolean): string {
  if (!flag) {
    if (size > 10) return "A";
  } else {
    if (size > 10) return "B";
    if (size > 2) return "C";
  }
  return "D";
}

function tagsOf(inner: Inner | undefined): string[] {
  return inner?.deep?.list ?? [];
}

function unused(_text: string, _count: number): boolean {
  return true;
}

function note(port: number | string | undefined): string {
  return `port ${port ?? "none"}`;
}
