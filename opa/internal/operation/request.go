package operation

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Request is what the host asks for. Fields that an operation does not name are
// ignored by it.
type Request struct {
	// Operation is a key of the table in run.go.
	Operation string `json:"operation"`

	// Modules are Rego sources by file name; the names appear in errors.
	Modules map[string]string `json:"modules"`
	// RegoVersion ("v0" or "v1") holds for all modules that ModuleVersions
	// does not name, and for queries.
	RegoVersion    string            `json:"regoVersion"`
	ModuleVersions map[string]string `json:"moduleVersions"`

	// Entrypoints of compile, as paths below data: "pkg/rule".
	Entrypoints []string `json:"entrypoints"`
	// Strict makes check report what `opa check --strict` reports.
	Strict bool `json:"strict"`
	// Coverage makes test report which lines the tests reached.
	Coverage bool `json:"coverage"`

	// Evaluations are the questions of evaluate, Data its base document.
	Evaluations []Evaluation    `json:"evaluations"`
	Data        json.RawMessage `json:"data"`
}

// Evaluation asks one query of every input.
type Evaluation struct {
	Query  string            `json:"query"`
	Inputs []json.RawMessage `json:"inputs"`
}

func decodeRequest(text []byte) (*Request, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	r := &Request{}
	if err := decoder.Decode(r); err != nil {
		return nil, badRequest("%v", err)
	}
	return r, nil
}

// moduleVersion is the version of Rego in which file is written.
func (r *Request) moduleVersion(file string) (ast.RegoVersion, error) {
	if name, ok := r.ModuleVersions[file]; ok {
		return regoVersion(name)
	}
	return regoVersion(r.RegoVersion)
}

func regoVersion(name string) (ast.RegoVersion, error) {
	switch name {
	case "v0":
		return ast.RegoV0, nil
	case "v1":
		return ast.RegoV1, nil
	}
	return ast.RegoUndefined, badRequest("unknown Rego version %q", name)
}

// badRequest is a mistake of the host, not of the author of a policy.
func badRequest(format string, arguments ...any) error {
	return Errors{{Code: "bad_request", Message: fmt.Sprintf(format, arguments...)}}
}
