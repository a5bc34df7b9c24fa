import { defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export default defineRule()({
  name: "quantifiers",
  kind: "CaseQuantifiers",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: thing }) {
    const at = field(thing, "spec");
    const items = thing.spec?.items ?? [];
    const tags = thing.spec?.tags ?? [];
    const names = thing.spec?.names ?? [];
    if (items.some((item) => item.ready === true)) yield violation("some ready", { field: at });
    if (!items.some((item) => item.ready === true)) yield violation("none ready", { field: at });
    if (items.every((item) => item.ready === true)) yield violation("every ready", { field: at });
    if (!items.every((item) => item.ready === true)) yield violation("not every ready", { field: at });
    if (items.some((item) => (item.parts ?? []).some((part) => part.size === undefined))) yield violation("some some", { field: at });
    if (!items.some((item) => (item.parts ?? []).some((part) => part.size === undefined))) yield violation("no some some", { field: at });
    if (items.some((item) => (item.parts ?? []).every((part) => part.size !== undefined))) yield violation("some every", { field: at });
    if (!items.some((item) => (item.parts ?? []).every((part) => part.size !== undefined))) yield violation("no some every", { field: at });
    if (items.every((item) => (item.parts ?? []).some((part) => part.id !== ""))) yield violation("every some", { field: at });
    if (!items.every((item) => (item.parts ?? []).some((part) => part.id !== ""))) yield violation("not every some", { field: at });
    if (items.every((item) => !(item.parts ?? []).every((part) => part.id !== ""))) yield violation("every not every", { field: at });
    if (tags.some((x) => x === "a") && names.some((x) => x === "web")) yield violation("x twice", { field: at });
    if (tags.some((x) => x === "a") || names.some((x) => x === "deep")) yield violation("x or x", { field: at });
    if (!(tags.some((x) => x === "a") && names.some((x) => x === "web"))) yield violation("not x twice", { field: at });
    if (tags.some((x) => names.some((y) => x === y))) yield violation("common", { field: at });
    if (!tags.some((x) => names.includes(x))) yield violation("nothing common", { field: at });
    if (tags.every((x) => names.some((y) => x !== y) || x === "a")) yield violation("every x", { field: at });
    if (tags.filter((x) => names.includes(x)).length > 1) yield violation("two common", { field: at });
    if (tags.filter((x) => names.includes(x)).some((x) => x !== "a")) yield violation("some filtered", { field: at });
    if (tags.filter((x) => names.includes(x)).every((x) => x === "a")) yield violation("every filtered", { field: at });
    if (!tags.filter((x) => names.includes(x)).every((x) => x === "a")) yield violation("not every filtered", { field: at });
    if (!tags.filter((x) => x !== "b").filter((x) => x !== "c").some((x) => x === "a")) yield violation("no filtered twice", { field: at });
    if (items.map((item) => item.name).includes("web")) yield violation("mapped", { field: at });
    if (items.map((item) => item.note ?? "none").every((note) => note !== "none")) yield violation("every mapped", { field: at });
    if (items.filter((item) => (item.parts ?? []).some((part) => part.id !== "")).length === 1) yield violation("filter with some", { field: at });
    if (items.filter((item) => !(item.tags ?? []).some((tag) => tags.includes(tag))).map((item) => item.name).includes("db"))
      yield violation("filter with not some", { field: at });
    if (items.some(({ name, ready }) => name === "web" && ready !== true)) yield violation("destructured", { field: at });
    if (items.some(() => true)) yield violation("any item", { field: at });
    if (items.every(() => false)) yield violation("no item", { field: at });
    if (tags.every((tag) => tag !== "" || items.every((item) => item.name !== ""))) yield violation("every or every", { field: at });
    yield violation("lists", {
      field: at,
      found: items.map((item) => `${item.name}:${item.weight}`),
    });
  },
});
