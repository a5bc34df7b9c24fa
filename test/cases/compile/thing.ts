import { resource } from "../../../src/authoring/gatewright.js";

/** A custom resource with a member of every kind, present for certain and not. */
export interface Thing {
  metadata?: { name?: string; labels?: Record<string, string>; annotations?: { [name: string]: string } };
  spec?: ThingSpec;
}

export interface ThingSpec {
  name: string;
  count: number;
  flag: boolean;
  names: string[];
  label?: string;
  other?: string;
  size?: number;
  limit?: number;
  on?: boolean;
  port?: number | string;
  tags?: string[];
  numbers?: number[];
  items?: Item[];
  inner?: Inner;
}

export interface Item {
  name: string;
  weight: number;
  kind?: "small" | "large";
  note?: string;
  ready?: boolean;
  parts?: Part[];
  tags?: string[];
}

export interface Part {
  id: string;
  size?: number;
}

export interface Inner {
  name: string;
  label?: string;
  deep?: { value?: string; list?: string[] };
}

export const things = resource<Thing>("example.com/v1/Thing");

/** What a rule says of itself is of no interest here. */
export const text = { en: "A case of the compiler's tests.", ja: "コンパイラーのテスト ケース。" };
