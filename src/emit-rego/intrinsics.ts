import type { Expression, Intrinsic, IntrinsicName } from "../ir/expression.js";
import { array, call, scalar, type Term } from "./ast.js";
import type { Context, LibraryName } from "./context.js";
import type { Scope } from "./scope.js";

interface Implementation {
  readonly library: LibraryName;
  readonly function: string;
}

/** The Rego function behind each intrinsic that takes its arguments as they are. */
const implementations: Record<Exclude<IntrinsicName, "containers">, Implementation> = {
  imageMatches: { library: "images", function: "matches" },
  isExcluded: { library: "exclusions", function: "excluded" },
  isQuantity: { library: "quantity", function: "legal" },
  isWindows: { library: "pods", function: "windows" },
  parseInteger: { library: "integers", function: "parse" },
  portInRanges: { library: "ports", function: "in_ranges" },
  quantityExceeds: { library: "quantity", function: "exceeds" },
};

const everyList = ["containers", "initContainers", "ephemeralContainers"];

export function intrinsicTerm(expression: Intrinsic, scope: Scope, context: Context): Term {
  const args = expression.arguments.map((argument) => context.term(argument, scope));
  if (expression.name === "containers") {
    const [pod = scalar(null), lists = array(everyList.map(scalar))] = args;
    return call(`${context.library("containers")}.list`, pod, lists);
  }
  const { library, function: name } = implementations[expression.name];
  return call(`${context.library(library)}.${name}`, ...args);
}

/** Containers by their paths, for iterations that do not ask for an order. */
export function containersByPath(expression: Intrinsic, scope: Scope, context: Context): Term {
  const [pod = scalar(null), lists] = expression.arguments.map((argument) => context.term(argument, scope));
  const library = context.library("containers");
  return lists === undefined ? call(`${library}.all`, pod) : call(`${library}.in_lists`, pod, lists);
}

export function isContainers(expression: Expression): expression is Intrinsic {
  return expression.kind === "intrinsic" && expression.name === "containers";
}
