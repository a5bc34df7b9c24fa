import { ts } from "ts-morph";

/** Whether a declaration is one of JavaScript's own, from a `lib.*.d.ts` of TypeScript's. */
export function isOfLibrary(declaration: ts.Declaration): boolean {
  return /\/lib\.[\w.]*d\.ts$/.test(declaration.getSourceFile().fileName);
}

/** Whether a type is one of JavaScript's own objects, such as Date, Map or RegExp. (`Record` and `Pick` name plain ones.) */
export function isLibraryType(type: ts.Type): boolean {
  const { symbol } = type;
  if (symbol === undefined || (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) === 0) return false;
  return symbol.declarations?.some(isOfLibrary) ?? false;
}
