package operation

import (
	"encoding/json"
	"testing"
)

func TestOutcomes(t *testing.T) {
	a, _ := ask(t, Request{
		Operation:   "test",
		RegoVersion: "v1",
		Coverage:    true,
		Modules: map[string]string{
			"a.rego":      "package a\n\np if input.x == 1\n\nq if input.x == 2\n",
			"a_test.rego": outcomesSource,
		},
	})
	if !a.OK {
		t.Fatalf("%+v", a.Errors)
	}
	var value testValue
	if err := json.Unmarshal(a.Value, &value); err != nil {
		t.Fatal(err)
	}
	want := []struct {
		name, outcome string
		row           int
	}{{"test_pass", "pass", 3}, {"test_fail", "fail", 5}, {"test_error", "error", 10}, {"todo_test_later", "skip", 12}, {"test_table", "fail", 14}}
	if len(value.Tests) != len(want) {
		t.Fatalf("want %d tests, got %+v", len(want), value.Tests)
	}
	for i, w := range want {
		got := value.Tests[i]
		if got.Name != w.name || got.Outcome != w.outcome || got.Row != w.row || got.File != "a_test.rego" || got.Package != "data.a_test" {
			t.Errorf("want %+v, got %+v", w, got)
		}
	}
	if value.Tests[1].Output != "look here\n" {
		t.Errorf("output of test_fail: %q", value.Tests[1].Output)
	}
	if e := value.Tests[2].Error; e == nil || e.Code != "eval_conflict_error" {
		t.Errorf("error of test_error: %+v", e)
	}
	if cases := value.Tests[4].FailedCases; len(cases) != 1 || cases[0][0] != "two" {
		t.Errorf("failed cases of test_table: %v", cases)
	}
	if file := value.Coverage.Files["a.rego"]; len(file.Covered) == 0 || len(file.NotCovered) == 0 {
		t.Errorf("coverage of a.rego: %+v", file)
	}
}

const outcomesSource = `package a_test

test_pass if data.a.p with input.x as 1

test_fail if {
	print("look here")
	data.a.p with input.x as 3
}

test_error := x if some x in [1, 2]

todo_test_later if false

test_table[name] if {
	some name, want in {"one": 1, "two": 2}
	want == 1
}
`
