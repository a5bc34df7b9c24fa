import type { ts } from "ts-morph";
import type { Statement } from "../ir/statement.js";
import { countSteps } from "../ir/ways.js";
import { reject, type Session } from "./session.js";

/** Enough for any rule that a person can follow. Exits inside branches double the ways, one after the other. */
const mostSteps = 2000;

/** Refuses statements whose ways are too many to be written out: Rego has a rule for each. */
export function requireFewWays(statements: readonly Statement[], at: ts.Node, session: Session): void {
  if (countSteps(statements, mostSteps) > mostSteps) reject(session, at, "too-many-ways", {});
}
