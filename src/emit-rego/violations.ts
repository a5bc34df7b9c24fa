import type { Expression } from "../ir/expression.js";
import type { RuleIr } from "../ir/rule-ir.js";
import type { Report } from "../ir/statement.js";
import { array, assign, call, compare, type Literal, object, type Rule, scalar, type Term, variable } from "./ast.js";
import type { Context } from "./context.js";
import { useGuards } from "./guards.js";
import { libraryCall } from "./library-call.js";
import { pruneBody } from "./prune.js";
import { emptyScope } from "./scope.js";
import { type Visitor, type Way, walkWays } from "./statements.js";

/** One `violation` rule for each way to a `yield`. */
export function violationRules(ir: RuleIr, globals: ReadonlySet<string>, context: Context): readonly Rule[] {
  const configured =
    requiredParameters(ir).length === 0 ? [] : [compare(call("count", variable("not_configured")), "==", scalar(0))];
  const rules: Rule[] = [];
  const visitor: Visitor = {
    context,
    ordered: false,
    report: (statement, way) => rules.push(violationRule(ir, statement, way, configured, context)),
    leave: () => {},
  };
  walkWays(ir.check, { literals: [], scope: emptyScope(globals) }, visitor);
  return rules;
}

function violationRule(ir: RuleIr, report: Report, way: Way, configured: readonly Literal[], context: Context): Rule {
  const body = [
    ...configured,
    ...way.literals,
    assign("msg", context.term(report.message, way.scope)),
    assign("details", details(ir, report, way, context)),
  ];
  return violation(pruneBody(useGuards({ body }).body, [variable("msg"), variable("details")]));
}

function violation(body: readonly Literal[]): Rule {
  const finding = object([
    ["msg", variable("msg")],
    ["details", variable("details")],
  ]);
  return { name: "violation", contains: finding, clauses: [{ body }], comment: [] };
}

function details(ir: RuleIr, report: Report, way: Way, context: Context): Term {
  const given: readonly (readonly [string, Expression | undefined])[] = [
    ["container", report.container === undefined ? undefined : nameOf(report.container)],
    ["field", report.field ?? report.container],
    ["found", report.found],
    ["allowed", report.allowed],
  ];
  const present = given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const members = present.map(([key, value]) => {
    const path = key === "field" && value.kind !== "local" ? value : undefined;
    const place: Expression = path ?? asField(value);
    return [key, context.term(key === "field" ? place : value, way.scope)] as const;
  });
  const record = object([["rule", scalar(ir.metadata.name)], ...members]);
  const partial = present.some(([key, value]) => key !== "field" && value.type.optional && !narrowed(value));
  return partial ? libraryCall("fields", "present", record) : record;
}

function narrowed(value: Expression): boolean {
  return value.kind === "member" && value.narrowed;
}

const text = { kind: "string", optional: false } as const;

function nameOf(container: Expression): Expression {
  const key = { kind: "literal", value: "name", type: text } as const;
  return { kind: "member", base: container, key, type: text, narrowed: false, certain: true };
}

/** A constant that holds a `field(...)` is used as it is; a container stands for its own path. */
function asField(value: Expression): Expression {
  const isPath = value.type.kind === "string";
  return isPath ? value : { kind: "fieldPath", from: value, keys: [], type: text };
}

/** Names of the parameters that the assignment must set, as declared. */
export function requiredParameters(ir: RuleIr): readonly string[] {
  return ir.parameters.root.required;
}

/** Flags every object while a required parameter is absent, and lets nothing else be said (docs/language.md). */
export function notConfiguredRules(ir: RuleIr): readonly Rule[] {
  const names = requiredParameters(ir);
  if (names.length === 0) return [];
  const absent: Rule = {
    name: "not_configured",
    clauses: [
      {
        value: {
          kind: "arrayComprehension",
          head: variable("name"),
          body: [
            { kind: "some", value: "name", source: array(names.map(scalar)) },
            compare({ kind: "ref", head: "parameters", path: [variable("name")] }, "==", scalar(null)),
          ],
        },
        body: [],
      },
    ],
    comment: ["Required parameters that are absent; while there are any, nothing else is judged."],
  };
  const finding = violation([
    compare(call("count", variable("not_configured")), ">", scalar(0)),
    assign(
      "msg",
      call(
        "sprintf",
        scalar("Not configured: set %s"),
        array([call("concat", scalar(", "), variable("not_configured"))]),
      ),
    ),
    assign(
      "details",
      object([
        ["rule", scalar(ir.metadata.name)],
        ["notConfigured", variable("not_configured")],
      ]),
    ),
  ]);
  return [absent, finding];
}
