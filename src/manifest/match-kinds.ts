import type { ResourceType } from "../ir/metadata.js";
import type { Json } from "../ir/parameter-schema.js";

/**
 * `match.kinds` for what a rule looks at: one entry for each group, in the order of `on`. Gatekeeper matches groups
 * and kinds; it has no place for versions.
 */
export function matchKinds(on: readonly ResourceType[]): Json {
  const groups = new Map<string, Set<string>>();
  for (const { group, kind } of on) groups.set(group, (groups.get(group) ?? new Set()).add(kind));
  return Array.from(groups, ([group, kinds]) => ({ apiGroups: [group], kinds: [...kinds] }));
}
