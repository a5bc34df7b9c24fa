package operation

import (
	"encoding/json"
	"testing"
)

func TestFormat(t *testing.T) {
	a, _ := ask(t, Request{
		Operation:      "format",
		RegoVersion:    "v1",
		ModuleVersions: map[string]string{"old.rego": "v0"},
		Modules: map[string]string{
			"new.rego": "package new\np   contains x if{x:=1}",
			"old.rego": "package old\np[x]{x:=1}",
		},
	})
	var value map[string]string
	if err := json.Unmarshal(a.Value, &value); err != nil {
		t.Fatalf("%v: %+v", err, a.Errors)
	}
	want := map[string]string{
		"new.rego": "package new\n\np contains x if x := 1\n",
		"old.rego": "package old\n\np[x] {\n\tx := 1\n}\n",
	}
	for file, text := range want {
		if value[file] != text {
			t.Errorf("%s: want %q, got %q", file, text, value[file])
		}
	}
}

func TestFormatReportsEveryModule(t *testing.T) {
	a, _ := ask(t, Request{Operation: "format", RegoVersion: "v1", Modules: map[string]string{
		"b.rego": "package b\n\np if {",
		"a.rego": "",
		"c.rego": "package c\n",
	}})
	wantCodes(t, a, "rego_parse_error", "rego_parse_error")
}
