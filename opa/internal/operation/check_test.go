package operation

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestErrorsOfAllModulesInOneOrder(t *testing.T) {
	request := Request{Operation: "check", RegoVersion: "v1", Modules: map[string]string{
		"b.rego": "package b\n\np if {\n",
		"a.rego": "package a\n\np := [1\n",
		"c.rego": "",
	}}
	first, _ := ask(t, request)
	var files []string
	for _, e := range first.Errors {
		if e.Code != "rego_parse_error" {
			t.Errorf("%+v", e)
		}
		files = append(files, e.File)
	}
	if got := slices.Compact(slices.Clone(files)); !slices.Equal(got, []string{"a.rego", "b.rego", "c.rego"}) {
		t.Errorf("errors of %v", files)
	}
	for range 20 {
		if again, _ := ask(t, request); !reflect.DeepEqual(again, first) {
			t.Fatalf("order changed: %+v, %+v", again.Errors, first.Errors)
		}
	}
}

func TestMoreErrorsThanOPAsOwnLimit(t *testing.T) {
	var source strings.Builder
	source.WriteString("package a\n")
	for i := range 25 {
		fmt.Fprintf(&source, "p%d := missing%d\n", i, i)
	}
	for _, operation := range []string{"check", "compile", "evaluate", "test"} {
		a, _ := ask(t, Request{
			Operation:   operation,
			RegoVersion: "v1",
			Modules:     map[string]string{"a.rego": source.String()},
			Entrypoints: []string{"a/p0"},
		})
		if len(a.Errors) != 25 {
			t.Errorf("%s: want 25 errors, got %d: %+v", operation, len(a.Errors), a.Errors)
		}
	}
}

func TestStrict(t *testing.T) {
	request := Request{Operation: "check", RegoVersion: "v1", Modules: map[string]string{
		"a.rego": "package a\n\nimport data.b\n\np if {\n\tx := 1\n}\n",
	}}
	if a, _ := ask(t, request); !a.OK {
		t.Errorf("lax: %+v", a.Errors)
	}
	request.Strict = true
	a, _ := ask(t, request)
	wantCodes(t, a, "rego_compile_error", "rego_compile_error")
}

func TestFaultyMetadataCountsOnlyInCheck(t *testing.T) {
	modules := map[string]string{"a.rego": "package a\n\n# METADATA\n# scope: nowhere\np := 1\n"}
	a, _ := ask(t, Request{Operation: "check", RegoVersion: "v1", Modules: modules})
	wantCodes(t, a, "rego_parse_error")
	if a, _ := ask(t, Request{Operation: "compile", RegoVersion: "v1", Modules: modules, Entrypoints: []string{"a/p"}}); !a.OK {
		t.Errorf("compile: %+v", a.Errors)
	}
}
