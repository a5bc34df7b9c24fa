/** Words that Rego keeps for itself, and names that would hide what a rule body needs. */
const reserved = new Set(
  (
    "abs all any array as base64 bits ceil concat contains count crypto data default details else endswith every false " +
    "floor format_int glob graph http if import in indexof input intersection internal io is_array is_boolean is_null " +
    "is_number is_object is_set is_string json lower max min msg net not null numbers object opa package print product " +
    "rand regex rego replace round semver set some sort split sprintf startswith strings substring sum time to_number " +
    "trim trim_left trim_prefix trim_right trim_space trim_suffix true type_name units upper union urlquery uuid violation " +
    "walk with yaml"
  ).split(" "),
);

/** `excludedImages` becomes `excluded_images`, `URLPattern` becomes `url_pattern`. */
export function snakeCase(name: string): string {
  const words = name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .toLowerCase();
  return /^[a-z_]/.test(words) && words !== "_" ? words : `_${words}`;
}

/** The wanted name, or the first of `name_2`, `name_3`, ... that neither Rego nor anybody in `taken` uses. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const base = snakeCase(wanted);
  const free = (name: string): boolean => !reserved.has(name) && !taken.has(name);
  if (free(base)) return base;
  let suffix = 2;
  while (!free(`${base}_${suffix}`)) suffix += 1;
  return `${base}_${suffix}`;
}
