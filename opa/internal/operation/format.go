package operation

import (
	"errors"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/util"
)

// formatModules returns every module as `opa fmt` prints it, by file name, in the
// version of Rego in which it is written.
func formatModules(r *Request) (any, []byte, error) {
	formatted := make(map[string]string, len(r.Modules))
	var failures ast.Errors
	for _, file := range util.KeysSorted(r.Modules) {
		text, err := formatModule(r, file)
		var several ast.Errors
		var one *ast.Error
		switch {
		case errors.As(err, &several):
			failures = append(failures, several...)
		case errors.As(err, &one):
			failures = append(failures, one)
		case err != nil:
			return nil, nil, err
		}
		formatted[file] = string(text)
	}
	if len(failures) > 0 {
		return nil, nil, failures
	}
	return formatted, nil, nil
}

func formatModule(r *Request, file string) ([]byte, error) {
	parser, err := parserOptions(r, file)
	if err != nil {
		return nil, err
	}
	return format.SourceWithOpts(file, []byte(r.Modules[file]), format.Opts{
		RegoVersion:   parser.RegoVersion,
		ParserOptions: &parser,
		Capabilities:  parser.Capabilities,
	})
}
