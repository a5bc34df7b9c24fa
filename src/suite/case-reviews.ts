import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { admissionReview, isAdmissionReview } from "../gatekeeper/admission-review.js";
import { expandByTemplates } from "../gatekeeper/expansion-template.js";
import { inventoryOf } from "../gatekeeper/inventory.js";
import { isNamespace, nameOf } from "../gatekeeper/object.js";
import { type Namespaces, type Review, reviewOf } from "../gatekeeper/review.js";
import type { JsonObject } from "../resources/json.js";
import { textAt } from "../resources/json.js";
import type { SuiteFiles } from "./files.js";
import { type PreparedTest, suiteProblem } from "./prepare.js";
import type { SuiteCase } from "./suite.js";

/** What a case puts before the constraint: its object, and what the test's ExpansionTemplates make of it. */
export interface CaseReviews {
  readonly reviews: readonly { readonly review: Review; readonly prefix: string }[];
  readonly inventory: JsonObject;
  readonly namespaces: Namespaces;
}

const emptyInventory: JsonObject = {};

export function readCase(
  prepared: PreparedTest,
  item: SuiteCase,
  files: SuiteFiles,
): CaseReviews | readonly Diagnostic[] {
  const { suite } = prepared;
  if (item.object === "")
    return [suiteProblem(suite, item.path, "suite-missing-field", { place: "The case", field: "object" })];
  if (item.assertions.length === 0) {
    return [suiteProblem(suite, item.path, "case-without-assertions", { name: item.name })];
  }
  const file = files.path(suite, item.object);
  const { resources, diagnostics } = files.objects(file);
  if (hasErrors(diagnostics)) return diagnostics;
  const [resource] = resources;
  if (resource === undefined || resources.length > 1) {
    const count = resources.length;
    return [suiteProblem(suite, [...item.path, "object"], "case-object-count", { file, count })];
  }
  const inventory = readInventory(prepared, item, files);
  if ("problems" in inventory) return inventory.problems;
  const reviews = reviewsOf(prepared, resource.object);
  if ("reason" in reviews) {
    return [suiteProblem(suite, [...item.path, "object"], "case-review", { name: item.name, reason: reviews.reason })];
  }
  return { reviews: reviews.reviews, ...inventory };
}

type Reviews = Pick<CaseReviews, "reviews"> | { readonly reason: string };

function reviewsOf({ expansions }: PreparedTest, object: JsonObject): Reviews {
  if (isAdmissionReview(object)) {
    const review = admissionReview(object);
    return "error" in review ? { reason: review.error } : { reviews: [{ review, prefix: "" }] };
  }
  const own = { review: reviewOf(object, { source: "Original" }), prefix: "" };
  const resultants = expandByTemplates(object, expansions);
  if ("error" in resultants) return { reason: resultants.error };
  const expanded = resultants.map((resultant) => ({
    review: reviewOf(resultant.object, { source: "Generated" }),
    // As Gatekeeper marks the violations of what would be created.
    prefix: `[Implied by ${resultant.template.name}] `,
  }));
  return { reviews: [own, ...expanded] };
}

type Inventory = Pick<CaseReviews, "inventory" | "namespaces"> | { readonly problems: readonly Diagnostic[] };

function readInventory({ suite }: PreparedTest, item: SuiteCase, files: SuiteFiles): Inventory {
  if (item.inventory.length === 0) return { inventory: emptyInventory, namespaces: new Map() };
  const readings = item.inventory.map((name) => files.objects(files.path(suite, name)));
  const problems = readings.flatMap(({ diagnostics }) => diagnostics);
  if (hasErrors(problems)) return { problems };
  const objects = readings.flatMap(({ resources }) => resources.map(({ object }) => object));
  const untyped = objects.find((object) => textAt(object, "apiVersion") === "");
  if (untyped !== undefined) {
    const reason = `${nameOf(untyped) || "an object"} of its inventory has no apiVersion`;
    return { problems: [suiteProblem(suite, item.path, "case-review", { name: item.name, reason })] };
  }
  const namespaces = new Map(objects.filter(isNamespace).map((namespace) => [nameOf(namespace), namespace]));
  return { inventory: inventoryOf(objects), namespaces };
}
