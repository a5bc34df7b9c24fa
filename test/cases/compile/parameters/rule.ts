import { defineRule, field, type Quantity, violation } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export interface Range {
  min: number;
  max?: number;
}

export type Mode = "strict" | "lax";

export enum Level {
  Low = "low",
  High = "high",
}

export interface Parameters {
  /** Set by every assignment. */
  mode: Mode;
  names: string[];
  limit: number;
  level?: Level;
  label?: string;
  size?: number;
  on?: boolean;
  ranges?: Range[];
  range?: { from: number; to: number; inner?: { names: string[]; label?: string } };
  labels?: Record<string, string>;
  weights?: Record<string, number>;
  ports?: (80 | 443)[];
  quantity?: Quantity;
  matrix?: string[][];
  sets?: { name: string; tags: string[] }[];
}

export default defineRule<Parameters>()({
  name: "parameters",
  kind: "CaseParameters",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  defaults: { level: Level.High, size: 3, on: true, ranges: [{ min: 1 }, { min: -2, max: 2 }], labels: { app: "web" }, ports: [80], sets: [] },
  *check({ object: thing, parameters }) {
    const at = field(thing, "spec");
    const size = thing.spec?.size ?? 0;
    const { mode, label, ranges } = parameters;
    if (mode === "strict") yield violation("strict", { field: at, allowed: parameters.names });
    if (parameters.mode !== "strict") yield violation(`mode ${parameters.mode}, limit ${parameters.limit}`, { field: at });
    if (parameters.level === Level.High) yield violation("high", { field: at });
    if (label === undefined) yield violation("no label", { field: at });
    if (parameters.label !== undefined) yield violation(`label ${parameters.label}`, { field: at, allowed: label });
    if (size > parameters.size) yield violation(`above ${parameters.size}`, { field: at });
    if (size >= parameters.limit) yield violation(`limit ${parameters.limit}`, { field: at });
    if (parameters.on) yield violation("on", { field: at });
    if (ranges.some((range) => range.min <= size && (range.max === undefined || size <= range.max)))
      yield violation("in a range", { field: at });
    for (const { min, max } of ranges) yield violation(`range ${min} ${max ?? "open"}`, { field: at });
    if (parameters.range !== undefined && size > parameters.range.to) yield violation(`above range ${parameters.range.to}`, { field: at });
    if (parameters.range?.inner?.names.includes("a") ?? false) yield violation("inner a", { field: at });
    if ((parameters.range?.inner?.label ?? "none") === "none") yield violation("no inner label", { field: at });
    if (parameters.labels.app === thing.metadata?.labels?.app) yield violation("app", { field: at });
    if (parameters.labels[thing.spec?.name ?? ""] !== undefined) yield violation("label of name", { field: at });
    if ((parameters.weights?.[thing.spec?.name ?? ""] ?? 5) > size) yield violation("weight", { field: at });
    if (parameters.ports.some((port) => port === thing.spec?.port)) yield violation("port", { field: at });
    if (parameters.ports.includes(443)) yield violation("443", { field: at, allowed: parameters.ports });
    if (parameters.quantity !== undefined) yield violation(`quantity ${parameters.quantity}`, { field: at });
    for (const row of parameters.matrix ?? []) for (const cell of row) yield violation(`cell ${cell}`, { field: at, found: row });
    for (const { name, tags } of parameters.sets) yield violation(`set ${name}: ${tags.join(" ")}`, { field: at });
    if (overLimit(size, parameters)) yield violation("over the limit", { field: at });
  },
});

function overLimit(size: number, { limit, ranges }: { limit: number; ranges: Range[] }): boolean {
  return size > limit && !ranges.some(({ max }) => max !== undefined && max > limit);
}
