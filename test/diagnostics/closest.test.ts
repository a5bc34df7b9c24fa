import { expect, it } from "vitest";
import { closest } from "../../src/diagnostics/closest.js";

const known = ["parameters", "cases", "description", "object", "violations", "allowedImages"];

it.each([
  ["paramters", "parameters"],
  ["parameter", "parameters"],
  ["case", "cases"],
  ["vioaltions", "violations"],
  ["AllowedImages", "allowedImages"],
  ["objct", "object"],
  ["a", undefined],
  ["namespace", undefined],
  ["", undefined],
])("%s is nearest to %s", (name, expected) => {
  expect(closest(name, known)).toBe(expected);
});

it("prefers the spelling that differs least", () => {
  expect(closest("minPort", ["maxPort", "minport", "minPorts"])).toBe("minport");
  expect(closest("ports", ["port", "prots"])).toBe("port");
});
