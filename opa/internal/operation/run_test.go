package operation

import (
	"encoding/json"
	"testing"
)

// answered is a reply as the host sees it.
type answered struct {
	OK     bool
	Value  json.RawMessage
	Errors Errors
}

func ask(t *testing.T, request Request) (answered, []byte) {
	t.Helper()
	text, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	return askRaw(t, text)
}

func askRaw(t *testing.T, request []byte) (answered, []byte) {
	t.Helper()
	text, blob := Run(request)
	var a answered
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatalf("reply %s: %v", text, err)
	}
	if a.OK == (len(a.Errors) > 0) {
		t.Fatalf("reply is neither a value nor errors: %s", text)
	}
	return a, blob
}

func wantCodes(t *testing.T, a answered, codes ...string) {
	t.Helper()
	if len(a.Errors) != len(codes) {
		t.Fatalf("want errors %v, got %+v", codes, a.Errors)
	}
	for i, code := range codes {
		if a.Errors[i].Code != code {
			t.Errorf("error %d: want %s, got %+v", i, code, a.Errors[i])
		}
	}
}

func TestRequestsThatCannotBeRead(t *testing.T) {
	for _, request := range []string{"", "{", `{"operation":"dance"}`, `{"operation":"check","module":{}}`} {
		a, _ := askRaw(t, []byte(request))
		wantCodes(t, a, "bad_request")
	}
}

func TestUnknownRegoVersion(t *testing.T) {
	a, _ := ask(t, Request{Operation: "check", RegoVersion: "v9", Modules: map[string]string{"a.rego": "package a"}})
	wantCodes(t, a, "bad_request")
}
