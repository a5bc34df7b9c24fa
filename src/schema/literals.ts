import { ts } from "ts-morph";
import type { SchemaNode, TextMeaning } from "../ir/parameter-schema.js";
import { declarationOf } from "../read/fold.js";
import type { RuleProgram } from "../read/program.js";

/** Aliases of the authoring library that mean more than their type says. */
const meanings: Readonly<Record<string, TextMeaning>> = {
  Quantity: "quantity",
  Regex: "regex",
  ImagePattern: "image-pattern",
  PortRange: "port-range",
};

export function meaningOf(node: ts.TypeReferenceNode, rules: RuleProgram): SchemaNode | undefined {
  if (!ts.isIdentifier(node.typeName)) return undefined;
  const declaration = declarationOf(node.typeName, rules.checker);
  if (declaration === undefined || !ts.isTypeAliasDeclaration(declaration) || !rules.isAuthoring(declaration))
    return undefined;
  if (declaration.name.text === "Port") return { type: "integer", minimum: 0, maximum: 65535 };
  const meaning = meanings[declaration.name.text];
  return meaning === undefined ? undefined : { type: "string", meaning };
}

/** Texts, numbers, booleans, and unions of literals of one type. Numbers are integers: the language has no others. */
export function literalSchema(type: ts.Type): SchemaNode | undefined {
  if (type.flags & ts.TypeFlags.String) return { type: "string" };
  if (type.flags & ts.TypeFlags.Number) return { type: "integer" };
  const members = type.isUnion() ? type.types : [type];
  if (members.every((member) => member.flags & ts.TypeFlags.BooleanLike)) return { type: "boolean" };
  if (members.every((member) => member.isStringLiteral()))
    return { type: "string", enum: members.map((member) => member.value) };
  if (members.every((member) => member.isNumberLiteral()))
    return { type: "integer", enum: members.map((member) => member.value) };
  return undefined;
}

export function typeText(type: ts.Type, checker: ts.TypeChecker): string {
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
}
