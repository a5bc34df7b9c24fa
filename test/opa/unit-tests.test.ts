import { expect, test } from "vitest";
import { expectErrors, expectValue, runningOpa } from "./running-opa.js";

const opa = runningOpa();

const rule = "package a\n\np if input.x == 1\n\nq if input.x == 2\n";
const tests = `package a_test

test_holds if data.a.p with input.x as 1

test_does_not_hold if {
	print("x is", 3)
	data.a.p with input.x as 3
}

test_conflict := x if some x in [1, 2]

todo_test_later if false

test_table[name] if {
	some name, x in {"one": 1, "two": 2}
	data.a.p with input.x as x
}
`;
const request = { modules: { "a.rego": rule, "a_test.rego": tests }, regoVersion: "v1" } as const;

test("Rego unit tests pass, fail, err and are skipped", async () => {
  const common = { package: "data.a_test", file: "a_test.rego" };
  expect(expectValue(await opa.test(request))).toEqual({
    tests: [
      { ...common, name: "test_holds", row: 3, outcome: "pass" },
      { ...common, name: "test_does_not_hold", row: 5, outcome: "fail", output: "x is 3\n" },
      {
        ...common,
        name: "test_conflict",
        row: 10,
        outcome: "error",
        error: expect.objectContaining({ code: "eval_conflict_error", file: "a_test.rego", row: 10 }),
      },
      { ...common, name: "todo_test_later", row: 12, outcome: "skip" },
      { ...common, name: "test_table", row: 14, outcome: "fail", failedCases: [["two"]] },
    ],
  });
});

test("coverage says which rows the tests reached", async () => {
  const { coverage } = expectValue(await opa.test({ ...request, coverage: true }));
  const file = coverage?.files["a.rego"];
  expect(file?.covered.map(({ startRow }) => startRow)).toContain(3);
  expect(file?.notCovered.map(({ startRow }) => startRow)).toContain(5);
  expect(file?.percent).toBe(50);
});

test("no tests are an empty report", async () => {
  expect(expectValue(await opa.test({ modules: { "a.rego": rule }, regoVersion: "v1" }))).toEqual({ tests: [] });
});

test("tests that do not compile are errors", async () => {
  const modules = { "a_test.rego": "package a_test\n\ntest_it if data.a.nothing(1)\n" };
  expect(expectErrors(await opa.test({ modules, regoVersion: "v1" }))[0]).toMatchObject({
    file: "a_test.rego",
    row: 3,
  });
});
