import type { Json } from "../../src/ir/parameter-schema.js";
import { pick, type Random } from "../rego/random.js";

type Draw = () => Json | undefined;

/** An object of the type `Thing` of the cases; with `ill` some of its members are of another type. */
export function randomThing(random: Random, ill: boolean): Json {
  const other = (): Json => pick<Json>(random, [null, true, 0, "a", [], {}, ["a", null, 1], { name: 1 }]);
  const member = (draw: Draw, required: boolean): Json | undefined => {
    if (ill && random(6) === 0) return random(3) === 0 ? undefined : other();
    if (required || random(3) > 0) return draw();
    return random(2) === 0 ? undefined : null;
  };
  const record = (members: Readonly<Record<string, readonly [Draw, "required" | "optional"]>>): Json => {
    const drawn = Object.entries(members).map(
      ([key, [draw, need]]) => [key, member(draw, need === "required")] as const,
    );
    return Object.fromEntries(drawn.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  };
  const text: Draw = () => pick(random, ["a", "b", "web", "db", "", "deep", "A", "x/y", "%s", "本", "a/web"]);
  const number: Draw = () => pick(random, [0, 1, -1, 2, 3, 10, 10000000]);
  const truth: Draw = () => random(2) === 0;
  const list = (draw: Draw, length: number): Draw => {
    return () => Array.from({ length: random(length + 1) }, () => member(draw, true) ?? "a");
  };
  const part: Draw = () => record({ id: [text, "required"], size: [number, "optional"] });
  const item: Draw = () =>
    record({
      name: [text, "required"],
      weight: [number, "required"],
      kind: [() => pick(random, ["small", "large"]), "optional"],
      note: [text, "optional"],
      ready: [truth, "optional"],
      parts: [list(part, 2), "optional"],
      tags: [list(text, 2), "optional"],
    });
  const deep: Draw = () => record({ value: [text, "optional"], list: [list(text, 2), "optional"] });
  const inner: Draw = () => record({ name: [text, "required"], label: [text, "optional"], deep: [deep, "optional"] });
  const labels: Draw = () => record({ a: [text, "optional"], web: [text, "optional"], db: [text, "optional"] });
  const metadata: Draw = () => record({ name: [text, "optional"], labels: [labels, "optional"] });
  const spec: Draw = () =>
    record({
      name: [text, "required"],
      count: [number, "required"],
      flag: [truth, "required"],
      names: [list(text, 3), "required"],
      label: [text, "optional"],
      other: [text, "optional"],
      size: [number, "optional"],
      limit: [number, "optional"],
      on: [truth, "optional"],
      tags: [list(text, 3), "optional"],
      items: [list(item, 3), "optional"],
      inner: [inner, "optional"],
    });
  return record({ metadata: [metadata, "optional"], spec: [spec, "optional"] });
}
