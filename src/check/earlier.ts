import type { PlacedRule } from "./placed-rule.js";

/** Each rule whose key an earlier one has already, with that earlier one. */
export function withEarlier(
  rules: readonly PlacedRule[],
  keyOf: (rule: PlacedRule) => string,
): readonly (readonly [PlacedRule, PlacedRule])[] {
  const first = new Map<string, PlacedRule>();
  return rules.flatMap((rule) => {
    const earlier = first.get(keyOf(rule));
    if (earlier !== undefined) return [[rule, earlier] as const];
    first.set(keyOf(rule), rule);
    return [];
  });
}
