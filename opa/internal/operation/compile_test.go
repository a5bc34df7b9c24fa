package operation

import (
	"bytes"
	"strings"
	"testing"
)

func TestCompileIsDeterministic(t *testing.T) {
	request := Request{
		Operation:      "compile",
		RegoVersion:    "v1",
		ModuleVersions: map[string]string{"old.rego": "v0"},
		Entrypoints:    []string{"new/p", "old/q"},
		Modules: map[string]string{
			"new.rego": "package new\n\np contains x if some x in data.old.q\n",
			"old.rego": "package old\n\nq[x] { x := input.xs[_] }\n",
		},
	}
	_, first := ask(t, request)
	if !bytes.HasPrefix(first, []byte("\x00asm")) {
		t.Fatalf("not WebAssembly: %d bytes", len(first))
	}
	for range 5 {
		if _, again := ask(t, request); !bytes.Equal(again, first) {
			t.Fatal("two compiles differ")
		}
	}
}

func TestEntrypoints(t *testing.T) {
	for _, entrypoints := range [][]string{nil, {"a/missing"}} {
		a, blob := ask(t, Request{
			Operation:   "compile",
			RegoVersion: "v1",
			Modules:     map[string]string{"a.rego": "package a\n\np := 1\n"},
			Entrypoints: entrypoints,
		})
		wantCodes(t, a, "opa_error")
		if !strings.Contains(a.Errors[0].Message, "entrypoint") || blob != nil {
			t.Errorf("%v: %+v, %d bytes", entrypoints, a.Errors, len(blob))
		}
	}
}
