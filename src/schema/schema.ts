import { ts } from "ts-morph";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { ObjectSchema, ParameterSchema, SchemaNode } from "../ir/parameter-schema.js";
import { locate } from "../read/location.js";
import type { RuleProgram } from "../read/program.js";
import type { RuleSource } from "../read/rule-source.js";
import { describe } from "./jsdoc.js";
import { literalSchema, meaningOf, typeText } from "./literals.js";

export interface SchemaOutcome {
  readonly schema: ParameterSchema;
  readonly diagnostics: readonly Diagnostic[];
}

const noParameters: ObjectSchema = { type: "object", properties: {}, required: [] };

/** Makes the schema of a rule's parameters from the type argument of `defineRule`. */
export function parameterSchema(source: RuleSource, rules: RuleProgram): SchemaOutcome {
  const { parametersType, defaults } = source;
  if (parametersType === undefined) return { schema: { root: noParameters, defaults }, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const reader: Reader = { rules, diagnostics, open: [] };
  const type = rules.checker.getTypeFromTypeNode(parametersType);
  const root = objectSchema(type, parametersType, reader);
  return { schema: { root, defaults }, diagnostics };
}

interface Reader {
  readonly rules: RuleProgram;
  readonly diagnostics: Diagnostic[];
  /** Types being read now: meeting one again means that it contains itself. */
  readonly open: readonly ts.Type[];
}

function objectSchema(type: ts.Type, node: ts.Node, reader: Reader): ObjectSchema {
  const properties: Record<string, SchemaNode> = {};
  const required: string[] = [];
  const inner = { ...reader, open: [...reader.open, type] };
  for (const symbol of type.getProperties()) {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || !ts.isPropertySignature(declaration) || declaration.type === undefined) {
      fail(
        declaration ?? node,
        reader.rules.checker.typeToString(type),
        "its members must be plain properties",
        reader,
      );
      continue;
    }
    const schema = nodeSchema(declaration.type, inner);
    if (schema === undefined) continue;
    properties[symbol.name] = { ...schema, ...describe(declaration, schema, reader.rules, reader.diagnostics) };
    if ((symbol.flags & ts.SymbolFlags.Optional) === 0) required.push(symbol.name);
  }
  return { type: "object", properties, required };
}

/** The schema of a type as it is written, so that aliases such as `Quantity` keep what they mean. */
function nodeSchema(node: ts.TypeNode, reader: Reader): SchemaNode | undefined {
  if (ts.isParenthesizedTypeNode(node)) return nodeSchema(node.type, reader);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword)
    return nodeSchema(node.type, reader);
  if (ts.isArrayTypeNode(node)) return arraySchema(node.elementType, reader);
  if (ts.isTypeReferenceNode(node)) return referenceSchema(node, reader);
  if (ts.isTypeLiteralNode(node) && node.members.every(ts.isPropertySignature)) {
    return objectSchema(reader.rules.checker.getTypeFromTypeNode(node), node, reader);
  }
  return typeSchema(node, reader);
}

function arraySchema(element: ts.TypeNode, reader: Reader): SchemaNode | undefined {
  const items = nodeSchema(element, reader);
  return items === undefined ? undefined : { type: "array", items };
}

function referenceSchema(node: ts.TypeReferenceNode, reader: Reader): SchemaNode | undefined {
  const { checker } = reader.rules;
  const meaning = meaningOf(node, reader.rules);
  if (meaning !== undefined) return meaning;
  const name = node.typeName.getText();
  const [first, second] = node.typeArguments ?? [];
  if ((name === "Array" || name === "ReadonlyArray") && first !== undefined) return arraySchema(first, reader);
  if (name === "Record" && second !== undefined) {
    const values = nodeSchema(second, reader);
    return values === undefined ? undefined : { type: "map", values };
  }
  const symbol = checker.getSymbolAtLocation(node.typeName);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const alias = target?.declarations?.find(ts.isTypeAliasDeclaration);
  const type = checker.getTypeFromTypeNode(node);
  if (reader.open.includes(type)) return fail(node, name, "it contains itself", reader);
  if (alias !== undefined && alias.typeParameters === undefined) {
    return nodeSchema(alias.type, { ...reader, open: [...reader.open, type] });
  }
  return typeSchema(node, reader);
}

/** The schema of a type by what it is, where the way it is written says no more. */
function typeSchema(node: ts.TypeNode, reader: Reader): SchemaNode | undefined {
  const { checker } = reader.rules;
  const type = checker.getTypeFromTypeNode(node);
  const literal = literalSchema(type);
  if (literal !== undefined) return literal;
  const text = typeText(type, checker);
  if (type.flags & ts.TypeFlags.Any)
    return fail(node, text, "any value would do, and a structural schema names its types", reader);
  if (type.flags & ts.TypeFlags.Unknown) return fail(node, text, "a structural schema names its types", reader);
  if (type.flags & ts.TypeFlags.TypeParameter)
    return fail(node, text, "it is open: say which type it stands for", reader);
  if (type.isUnion()) return fail(node, text, "a union may only be one of literals of one type", reader);
  if (type.getCallSignatures().length > 0) return fail(node, text, "a function cannot be written in YAML", reader);
  if (checker.isTupleType(type)) return fail(node, text, "OpenAPI has no tuples", reader);
  if (type.flags & ts.TypeFlags.Object) {
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (index !== undefined) return fail(node, text, "write it as Record<string, ...>", reader);
    return objectSchema(type, node, reader);
  }
  return fail(node, text, "it cannot be written in YAML", reader);
}

function fail(node: ts.Node, type: string, reason: string, reader: Reader): undefined {
  reader.diagnostics.push(diagnose("parameter-no-schema", { type, reason }, locate(node, reader.rules.root)));
  return undefined;
}
