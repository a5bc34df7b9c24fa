/**
 * A regular expression as a parameter, in the syntax that TypeScript and RE2 share: no look-around, no back-references.
 * It is checked when an assignment is read.
 */
export type Regex = string;
