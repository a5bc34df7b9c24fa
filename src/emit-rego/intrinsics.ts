import type { Expression, Intrinsic, IntrinsicName } from "../ir/expression.js";
import { array, scalar, type Term } from "./ast.js";
import type { Context } from "./context.js";
import { type LibraryName, libraryCall } from "./library-call.js";
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
  if (expression.name === "containers") {
    const { pod, lists } = containerLists(expression, scope, context);
    return libraryCall("containers", "list", pod, lists);
  }
  const { library, function: name } = implementations[expression.name];
  const args = expression.arguments.map((argument) => context.term(argument, scope));
  return libraryCall(library, name, ...args);
}

/** What is needed to go through the containers list by list. */
export function containerLists(expression: Intrinsic, scope: Scope, context: Context) {
  const [pod = scalar(null), lists = array(everyList.map(scalar))] = expression.arguments.map((argument) =>
    context.term(argument, scope),
  );
  const elements = (from: Term, list: Term): Term => libraryCall("containers", "elements", from, list);
  return { pod, lists, elements };
}

/** Containers by their paths, for iterations that do not ask for an order. */
export function containersByPath(expression: Intrinsic, scope: Scope, context: Context): Term {
  const [pod = scalar(null), lists] = expression.arguments.map((argument) => context.term(argument, scope));
  return lists === undefined
    ? libraryCall("containers", "all", pod)
    : libraryCall("containers", "in_lists", pod, lists);
}

export function isContainers(expression: Expression): expression is Intrinsic {
  return expression.kind === "intrinsic" && expression.name === "containers";
}
