/** A sequence that is the same on every machine and in every run; each draw is an integer from 0 to below `limit`. */
export type Random = (limit: number) => number;

/** Marsaglia's xorshift on 32 bits; the seed is any integer but 0. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** One of the values. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[random(values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

/** A text of up to `length` of these characters or texts. */
export function textOf(random: Random, characters: readonly string[], length: number): string {
  return Array.from({ length: random(length + 1) }, () => pick(random, characters)).join("");
}
