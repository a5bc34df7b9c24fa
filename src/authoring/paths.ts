/** Paths of the objects under review. Kept apart from the objects, so that a rule sees plain values. */
const known = new WeakMap<object, string>();

/** Notes the path of every object below `root`, so that `field` can name them. A runner calls it before a check runs. */
export function notePaths(root: unknown, path = ""): void {
  if (typeof root !== "object" || root === null) return;
  known.set(root, path);
  if (Array.isArray(root)) {
    for (const [index, item] of root.entries()) notePaths(item, `${path}[${index}]`);
    return;
  }
  for (const [key, value] of Object.entries(root)) notePaths(value, joinPath(path, key));
}

/** The path of an object under review; "" for its root and for what is no part of it. */
export function pathOf(value: object): string {
  return known.get(value) ?? "";
}

/** Keys that are no plain names are put in brackets, as Kubernetes does: `metadata.annotations[example.com/x]`. */
export function joinPath(base: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `${base}[${key}]`;
  return base === "" ? key : `${base}.${key}`;
}
