package operation

import "testing"

func TestWhatGatekeepersOPAKnows(t *testing.T) {
	cases := []struct {
		name, version, source, code string
	}{
		{"builtin of 1.17.1", "v1", `p := strings.replace_n({"a": "b"}, "a")`, ""},
		{"builtin of 1.19", "v1", `p := strings.split_n("a b", " ", 1)`, "rego_type_error"},
		{"http.send is not disabled", "v1", `p := http.send({"method": "get", "url": "x"})`, ""},
		{"external_data is added", "v1", `p := external_data({"provider": "x", "keys": []})`, ""},
		{"unknown builtin", "v1", `p := no.such(1)`, "rego_type_error"},
		{"template string", "v1", `p := $"{input.x}"`, ""},
		{"template string in v0", "v0", `p := $"{input.x}"`, "rego_parse_error"},
		{"import of not", "v1", `import future.keywords.not`, ""},
		{"import of not in v0", "v0", `import future.keywords.not`, ""},
		{"import of every in v0", "v0", `import future.keywords.every`, ""},
		{"import of and, 1.20", "v1", `import future.keywords.and`, "rego_parse_error"},
		{"import of or in v0, 1.20", "v0", `import future.keywords.or`, "rego_parse_error"},
		{"import of rego.v1 in v0", "v0", `import rego.v1`, ""},
		{"import of rego.v2, 1.22", "v1", `import rego.v2`, "rego_parse_error"},
		{"import of rego.v2 in v0", "v0", `import rego.v2`, "rego_parse_error"},
		{"v0 syntax in v1", "v1", `p[x] { x := 1 }`, "rego_parse_error"},
		{"v0 syntax", "v0", `p[x] { x := 1 }`, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, _ := ask(t, Request{
				Operation:   "check",
				RegoVersion: c.version,
				Modules:     map[string]string{"a.rego": "package a\n\n" + c.source + "\n"},
			})
			switch {
			case c.code == "" && !a.OK:
				t.Errorf("refused: %+v", a.Errors)
			case c.code != "" && (a.OK || a.Errors[0].Code != c.code):
				t.Errorf("want %s, got %+v", c.code, a.Errors)
			}
		})
	}
}
