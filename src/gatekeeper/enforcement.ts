import { at, isList, type Json, type Path, textAt } from "../resources/json.js";

/** undefined: a scoped constraint that names no action for this enforcement point, and is not evaluated there. */
export type Enforcement = { readonly action: string | undefined } | { readonly path: Path; readonly reason: string };

/**
 * What a constraint's violations lead to at an enforcement point. `spec.enforcementAction` defaults to deny; with
 * "scoped", `spec.scopedEnforcementActions` decides, and of several actions for one point the strictest is given.
 */
export function enforcementAt(constraint: Json, point: string): Enforcement {
  const action = at(constraint, "spec", "enforcementAction") ?? "deny";
  if (typeof action !== "string") {
    return { path: ["spec", "enforcementAction"], reason: "its enforcementAction is no text" };
  }
  if (action !== "scoped") return { action };
  const scoped = at(constraint, "spec", "scopedEnforcementActions");
  if (!isList(scoped)) {
    return { path: ["spec"], reason: "with enforcementAction scoped it needs spec.scopedEnforcementActions" };
  }
  const actions = scoped.filter((entry) => appliesAt(entry, point)).map((entry) => textAt(entry, "action"));
  const strictest = ["deny", "warn", "dryrun"].find((name) => actions.includes(name));
  return { action: strictest ?? actions[0] };
}

function appliesAt(entry: Json, point: string): boolean {
  const points = at(entry, "enforcementPoints");
  return isList(points) && points.some((item) => ["*", point].includes(textAt(item, "name")));
}
