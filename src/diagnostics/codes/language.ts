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
  "constant-cycle": {
    severity: "error",
    message: "The value of {name} depends on itself.",
    help: "Write the value as a literal, or name a constant that does not lead back here.",
  },
  "argument-may-be-number": {
    severity: "error",
    message: "In a manifest this value may be a number, but the parameter `{name}` is a string.",
    help: "Declare the parameter as `string | number`, or hand over its text by a template literal.",
  },
  "cast-changes-type": {
    severity: "error",
    message: "This cast from {from} to {to} is not checked by anything.",
    help: "Leave it out: the compiler reads a value through the type that it was declared with. For a custom resource declare the type: `on: [resource<Widget>(...)]`.",
  },
  "join-not-texts": {
    severity: "error",
    message: "`join` needs an array of texts; this is of type {type}.",
    help: "Map each element to a text first, by a template literal, with `??` for what may be absent.",
  },
  "place-unknown": {
    severity: "error",
    message: "The place of this value in the reviewed object is not known here.",
    help: 'Use the object itself, an element of `containers()` or `for...of` (through `filter`, not through `map`), or a member of one. A helper function can take the path as an argument: `field(container, "image")` where it is called.',
  },
  "pattern-not-configured": {
    severity: "error",
    message: "A regular expression may come from a literal or from the parameters, and have constant flags.",
    help: "Write it as a literal, `/^[a-z]+$/`, or as a parameter of type `Regex`, which is checked when an assignment is read.",
  },
  "regex-unsupported": {
    severity: "error",
    message: "{part} in a regular expression does not mean the same to RE2, which matches in the cluster.",
    help: "{instead}",
  },
  "too-many-ways": {
    severity: "error",
    message: "There are too many ways through these statements: Rego needs a rule for each.",
    help: "Move conditions into helper functions that return a boolean, and leave the loop early at one place.",
  },
  "too-deep": {
    severity: "error",
    message: "This expression is nested too deeply.",
    help: "Name its parts as constants, or put the values into an array and ask with `some` or `includes`.",
  },
  "yield-not-violation": {
    severity: "error",
    message: "A check yields `violation(message, where)` and nothing else.",
    help: "Write `yield violation(message, where);` with a record written in place as `where`.",
  },
} as const satisfies Record<string, DiagnosticEntry>;
