import type { DiagnosticEntry } from "../entry.js";

export const languageCodes = {
  "unsupported-syntax": {
    severity: "error",
    message: "{construct} is not part of the rule language.",
    help: "{instead}",
  },
  "unsupported-call": {
    severity: "error",
    message: "{name} cannot be called in a rule: {reason}.",
    help: "{instead}",
  },
  "unsupported-name": {
    severity: "error",
    message: "{name} cannot be used in a rule.",
    help: "A rule sees the object, its parameters, constants of the rule package and what gatewright exports.",
  },
  "condition-not-boolean": {
    severity: "error",
    message: "This condition is of type {type}; a condition must be a boolean.",
    help: 'Write `!== undefined`, `=== true`, `!== ""` or `.length > 0`: what counts as true differs between TypeScript and Rego.',
  },
  "text-not-printable": {
    severity: "error",
    message: "A value of type {type} cannot stand in a text.",
    help: 'Only strings, integers and booleans can: join an array with `.join(", ")`, give what may be absent a default with `??`.',
  },
  "relation-not-numbers": {
    severity: "error",
    message: "`{operator}` compares numbers; this is of type {type}.",
    help: "Turn a text into a number with `parseInteger(text)`, compare quantities with `quantityExceeds(left, right)`, and exclude undefined first.",
  },
  "equality-not-scalar": {
    severity: "error",
    message: "`===` compares texts, numbers and booleans; this is of type {type}.",
    help: "Compare the members that matter: two objects or arrays are never equal in TypeScript, and always compared by value in Rego.",
  },
  "loose-equality": {
    severity: "error",
    message: "`{operator}` is not part of the rule language, except with null.",
    help: "Write `{instead}`.",
  },
  "any-type": {
    severity: "error",
    message: "This value is of type any, so its meaning cannot be compiled.",
    help: "Give it a type: what the compiler knows of a value, it knows from its type.",
  },
  "return-in-loop": {
    severity: "error",
    message: "`return` inside `for...of` ends the loop early, which the rule language cannot say.",
    help: "Write `continue` to go on with the next element; in a helper function use `some`, `every` or `filter`.",
  },
  "recursive-function": {
    severity: "error",
    message: "{name} calls itself, directly or through others; Rego has no recursion.",
    help: "Use `some`, `every`, `filter` or `map` on the array instead.",
  },
  "yield-not-violation": {
    severity: "error",
    message: "A check yields `violation(message, where)` and nothing else.",
    help: "Write `yield violation(message, where);` with a record written in place as `where`.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
