import { type Json, type JsonObject, setKey } from "../resources/json.js";
import { nameOf, namespaceOf, typeOf } from "./object.js";

/**
 * `data.inventory` of a set of objects: cluster.<apiVersion>.<kind>.<name> and
 * namespace.<namespace>.<apiVersion>.<kind>.<name> (pkg/target). A later object replaces an earlier one of the same
 * name. {} when there is none.
 */
export function inventoryOf(objects: readonly JsonObject[]): JsonObject {
  const inventory: Tree = {};
  for (const object of objects) {
    const { group, version, kind } = typeOf(object);
    const apiVersion = group === "" ? version : `${group}/${version}`;
    const namespace = namespaceOf(object);
    const scope = namespace === "" ? ["cluster"] : ["namespace", namespace];
    setKey(branch(inventory, [...scope, apiVersion, kind]), nameOf(object), object);
  }
  return inventory;
}

type Tree = Record<string, Json>;

function branch(tree: Tree, path: readonly string[]): Tree {
  let current = tree;
  for (const step of path) {
    if (!Object.hasOwn(current, step)) setKey(current, step, {});
    current = current[step] as Tree; // made here, so a record that may still grow
  }
  return current;
}
