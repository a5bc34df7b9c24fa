export const WORD = "db";
