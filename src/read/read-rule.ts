import { ts } from "ts-morph";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Localized, ResourceType, RuleMetadata } from "../ir/metadata.js";
import { type RuleSeverity, severities } from "../ir/metadata.js";
import type { Json } from "../ir/parameter-schema.js";
import { constantInitializer, declarationOf, fold, memberValue, propertyName } from "./fold.js";
import { locate, relativePath } from "./location.js";
import type { RuleProgram } from "./program.js";
import type { RuleSource } from "./rule-source.js";

export interface ReadRule {
  readonly source?: RuleSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds `export default defineRule<P>()({...})` and folds what the rule says of itself. Nothing is run. */
export function readRule(file: ts.SourceFile, rules: RuleProgram): ReadRule {
  const definition = findDefinition(file, rules);
  if (definition === undefined) {
    return { diagnostics: [diagnose("rule-no-definition", {}, locate(file.statements[0] ?? file, rules.root))] };
  }
  const members = membersOf(definition.literal);
  const diagnostics: Diagnostic[] = [];
  const values = foldMembers(members, rules, diagnostics);
  const check = members.get("check");
  const nameNode = members.get("name") ?? definition.literal;
  const kindNode = members.get("kind") ?? definition.literal;
  const metadata = metadataOf(
    values,
    { name: nameNode, kind: kindNode, on: members.get("on") ?? nameNode },
    rules,
    diagnostics,
  );
  if (check === undefined || !isFunction(check) || metadata === undefined) return { diagnostics };
  const defaults = values.get("defaults");
  const source: RuleSource = {
    metadata,
    file,
    path: relativePath(file.fileName, rules.root),
    nameAt: locate(nameNode, rules.root),
    kindAt: locate(kindNode, rules.root),
    defaults: isRecord(defaults) ? defaults : {},
    check,
    ...(definition.parametersType === undefined ? {} : { parametersType: definition.parametersType }),
  };
  return { source, diagnostics };
}

interface Definition {
  readonly literal: ts.ObjectLiteralExpression;
  readonly parametersType?: ts.TypeNode;
}

function findDefinition(file: ts.SourceFile, rules: RuleProgram): Definition | undefined {
  const exported = file.statements.find((statement) => ts.isExportAssignment(statement) && !statement.isExportEquals);
  if (exported === undefined || !ts.isExportAssignment(exported)) return undefined;
  const outer = exported.expression;
  if (!ts.isCallExpression(outer) || !ts.isCallExpression(outer.expression)) return undefined;
  const inner = outer.expression;
  const [literal] = outer.arguments;
  if (!ts.isIdentifier(inner.expression) || literal === undefined || !ts.isObjectLiteralExpression(literal))
    return undefined;
  const declaration = declarationOf(inner.expression, rules.checker);
  if (declaration === undefined || !rules.isAuthoring(declaration)) return undefined;
  const [parametersType] = inner.typeArguments ?? [];
  return parametersType === undefined ? { literal } : { literal, parametersType };
}

/** Members by name: the initializer, or the method itself. */
function membersOf(literal: ts.ObjectLiteralExpression): ReadonlyMap<string, ts.Node> {
  const members = new Map<string, ts.Node>();
  for (const property of literal.properties) {
    const name = property.name === undefined ? undefined : propertyName(property.name);
    if (name === undefined) continue;
    if (ts.isPropertyAssignment(property)) members.set(name, property.initializer);
    if (ts.isMethodDeclaration(property)) members.set(name, property);
    if (ts.isShorthandPropertyAssignment(property)) members.set(name, property.name);
  }
  return members;
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isMethodDeclaration(node) || ts.isFunctionExpression(node);
}

function foldMembers(
  members: ReadonlyMap<string, ts.Node>,
  rules: RuleProgram,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const [name, node] of members) {
    if (name === "check" || !ts.isExpression(node)) continue;
    const folded = fold(node, rules.checker);
    if (folded.ok) values.set(name, folded.value);
    else if (name === "on") foldResources(node, values, rules, diagnostics);
    else diagnostics.push(diagnose("rule-not-constant", { what: `\`${name}\`` }, locate(folded.node, rules.root)));
  }
  return values;
}

/** `on` may call `resource<T>("group/version/Kind")`, which stands for its argument. */
function foldResources(
  node: ts.Expression,
  values: Map<string, Json>,
  rules: RuleProgram,
  diagnostics: Diagnostic[],
): void {
  const list = written(node, rules);
  const names: Json[] = [];
  for (const element of ts.isArrayLiteralExpression(list) ? list.elements : [list]) {
    const folded = fold(resourceName(written(element, rules), rules) ?? element, rules.checker);
    if (folded.ok) names.push(folded.value);
    else diagnostics.push(diagnose("rule-not-constant", { what: "`on`" }, locate(element, rules.root)));
  }
  values.set("on", names);
}

/** What a constant outside the definition was set to; the expression itself where it is none. */
function written(node: ts.Expression, rules: RuleProgram): ts.Expression {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return written(node.expression, rules);
  return (ts.isIdentifier(node) ? constantInitializer(node, rules.checker) : undefined) ?? node;
}

function resourceName(node: ts.Expression, rules: RuleProgram): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const declaration = declarationOf(node.expression, rules.checker);
  return declaration !== undefined && rules.isAuthoring(declaration) ? node.arguments[0] : undefined;
}

interface MetadataNodes {
  readonly name: ts.Node;
  readonly kind: ts.Node;
  readonly on: ts.Node;
}

/** TypeScript has checked the shapes; what its types cannot say is checked here. */
function metadataOf(
  values: ReadonlyMap<string, Json>,
  nodes: MetadataNodes,
  rules: RuleProgram,
  diagnostics: Diagnostic[],
): RuleMetadata | undefined {
  const name = values.get("name");
  const kind = values.get("kind");
  const severity = severities.find((known: RuleSeverity) => known === values.get("severity"));
  const texts = ["title", "description", "securityControl", "remediation"].map((key) => localized(values.get(key)));
  const [title, description, securityControl, remediation] = texts;
  if (typeof name !== "string" || typeof kind !== "string" || severity === undefined) return undefined;
  if (!title || !description || !securityControl || !remediation) return undefined;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 63) {
    diagnostics.push(diagnose("rule-name-illegal", { name: JSON.stringify(name) }, locate(nodes.name, rules.root)));
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(kind) || kind.length > 63) {
    diagnostics.push(diagnose("rule-kind-illegal", { kind: JSON.stringify(kind) }, locate(nodes.kind, rules.root)));
  }
  const on = resourcesOf(values.get("on"), nodes.on, rules, diagnostics);
  const link = values.get("link");
  const base = { name, kind, title, description, securityControl, severity, remediation, on };
  return typeof link === "string" ? { ...base, link } : base;
}

function resourcesOf(
  value: Json | undefined,
  node: ts.Node,
  rules: RuleProgram,
  diagnostics: Diagnostic[],
): ResourceType[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  return names.flatMap((name) => {
    const parts = name.split("/");
    const [kind = "", version = "", group = ""] = [...parts].reverse();
    if (parts.length >= 2 && parts.length <= 3 && parts.every((part) => part !== "")) return [{ group, version, kind }];
    diagnostics.push(diagnose("rule-resource-illegal", { name: JSON.stringify(name) }, locate(node, rules.root)));
    return [];
  });
}

function localized(value: Json | undefined): Localized | undefined {
  if (!isRecord(value)) return undefined;
  const { en, ja } = value;
  return typeof en === "string" && typeof ja === "string" ? { en, ja } : undefined;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
