import { WORD as OTHER } from "./more-words.js";

export const WORD = `${OTHER}-word`;

export const suffixes = ["b", OTHER] as const;

export enum Severity {
  Low = 1,
  High = 2,
}

export interface Wrapper {
  readonly word: string;
}

export function isGood(name: string): boolean {
  return isShort(name) && name !== "";
}

export function described(name: string): string {
  return isGood(name) ? `${name}: ${describe(name)}` : WORD;
}

function describe(name: string): string {
  return `short, ${isShort(name)}`;
}

function isShort(name: string): boolean {
  return !/^.{4,}$/u.test(name);
}
