/**
 * What `toUpperCase`, `toLowerCase` and `trim` mean in the rule language: ASCII alone. Kubernetes' names are ASCII, and
 * beyond it JavaScript, OPA and OPA's WASM are of three minds (`ß`, `İ`, the byte order mark). What is no text reads as "".
 */

/** The text with a to z in upper case and every other character as it is. */
export function asciiUpper(text: string): string {
  return asText(text).replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The text with A to Z in lower case and every other character as it is. */
export function asciiLower(text: string): string {
  return asText(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The text without the ASCII white space (space, \t, \n, \v, \f, \r) at its ends. */
export function asciiTrim(text: string): string {
  return asText(text)
    .replace(/^[ \t\n\v\f\r]+/, "")
    .replace(/[ \t\n\v\f\r]+$/, "");
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
