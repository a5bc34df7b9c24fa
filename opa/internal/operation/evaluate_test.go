package operation

import (
	"encoding/json"
	"testing"
)

func raw(texts ...string) []json.RawMessage {
	messages := make([]json.RawMessage, len(texts))
	for i, text := range texts {
		messages[i] = json.RawMessage(text)
	}
	return messages
}

func TestEvaluate(t *testing.T) {
	source := "package a\n\nnames contains n if some n in input.names\n\nmessage := sprintf(\"%v\", [input.n])\n\nlabel := data.labels[input.name]\n"
	cases := []struct {
		name, query, data, input, want string
	}{
		{"a set is a sorted array", "data.a.names", "", `{"names":["b","a","b"]}`, `["a","b"]`},
		{"undefined is null", "data.a.message", "", `{}`, `null`},
		{"integers print as Gatekeeper prints them", "data.a.message", "", `{"n":10000000}`, `"1e+07"`},
		{"small ones as expected", "data.a.message", "", `{"n":8080}`, `"8080"`},
		{"base document", "data.a.label", `{"labels":{"x":"y"}}`, `{"name":"x"}`, `"y"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, _ := ask(t, Request{
				Operation:   "evaluate",
				RegoVersion: "v1",
				Modules:     map[string]string{"a.rego": source},
				Data:        json.RawMessage(or(c.data, "null")),
				Evaluations: []Evaluation{{Query: c.query, Inputs: raw(c.input)}},
			})
			if want := "[[" + c.want + "]]"; string(a.Value) != want {
				t.Errorf("want %s, got %s %+v", want, a.Value, a.Errors)
			}
		})
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func TestEvaluationErrorsNameTheInput(t *testing.T) {
	a, _ := ask(t, Request{
		Operation:   "evaluate",
		RegoVersion: "v1",
		Modules:     map[string]string{"a.rego": "package a\n\np := x if some x in input.xs\n"},
		Evaluations: []Evaluation{
			{Query: "data.a.p", Inputs: raw(`{"xs":[1]}`, `{"xs":[1,2]}`)},
			{Query: "data.a.p", Inputs: raw(`{"xs":[3,4]}`)},
			{Query: "data.a.p[", Inputs: nil},
			{Query: "input.xs[_]", Inputs: raw(`{"xs":[1,2]}`)},
			{Query: `external_data({"provider": "x"})`, Inputs: raw(`{}`)},
		},
	})
	wantCodes(t, a, "eval_conflict_error", "eval_conflict_error", "rego_parse_error", "bad_request", "eval_builtin_error")
	at := [][2]int{{0, 1}, {1, 0}, {2, -1}, {3, 0}, {4, 0}}
	for i, want := range at {
		input := -1
		if a.Errors[i].Input != nil {
			input = *a.Errors[i].Input
		}
		if *a.Errors[i].Evaluation != want[0] || input != want[1] {
			t.Errorf("error %d: want it at %v, got %+v", i, want, a.Errors[i])
		}
	}
}

func TestDataMustBeAnObject(t *testing.T) {
	a, _ := ask(t, Request{Operation: "evaluate", RegoVersion: "v1", Data: json.RawMessage("[]")})
	wantCodes(t, a, "bad_request")
}
