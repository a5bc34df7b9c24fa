const keywords =
  "as contains data default else every false if import in input not null package set some true with".split(" ");

/** Words that Rego keeps for itself, the first parts of the names of builtins, and names that every rule body needs. */
const reserved = new Set([
  ...keywords,
  ...// What violations are made of
  (
    "details msg violation " +
    // Builtins, operators among them: `plus` is a name of `+`
    "abs all and any array assign base64 base64url bits cast_array cast_boolean cast_null cast_number cast_object cast_set " +
    "cast_string ceil concat count crypto div endswith eq equal floor format_int glob graph graphql gt gte hex http indexof " +
    "indexof_n internal intersection io is_array is_boolean is_null is_number is_object is_set is_string json lower lt lte " +
    "max min minus mul neq net numbers object opa or plus print product providers rand re_match regex rego rem replace round " +
    "semver set_diff sort split sprintf startswith strings substring sum time to_number trace trim trim_left trim_prefix " +
    "trim_right trim_space trim_suffix type_name union units upper urlquery uuid walk yaml"
  ).split(" "),
]);

export function isKeyword(name: string): boolean {
  return keywords.includes(name);
}

/** `excludedImages` becomes `excluded_images`, `URLPattern` becomes `url_pattern`. */
export function snakeCase(name: string): string {
  const words = name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .toLowerCase();
  return /^[a-z_]/.test(words) && words !== "_" ? words : `_${words}`;
}

/** The wanted name, or the first of `name_2`, `name_3`, ... that neither Rego nor anybody else uses. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  const base = snakeCase(wanted);
  const free = (name: string): boolean => !reserved.has(name) && !isTaken(name);
  if (free(base)) return base;
  let suffix = 2;
  while (!free(`${base}_${suffix}`)) suffix += 1;
  return `${base}_${suffix}`;
}
