package operation

import (
	"errors"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// parse reads every module as Gatekeeper would, and returns the errors of all of
// them together. Metadata comments are read only with annotations: Gatekeeper does
// not look at them, so a policy with a faulty one still runs.
func parse(r *Request, annotations bool) (map[string]*ast.Module, error) {
	modules := make(map[string]*ast.Module, len(r.Modules))
	var failures ast.Errors
	for _, file := range util.KeysSorted(r.Modules) {
		module, err := parseModule(r, file, annotations)
		var found ast.Errors
		if errors.As(err, &found) {
			failures = append(failures, found...)
		} else if err != nil {
			return nil, err
		}
		modules[file] = module
	}
	if len(failures) > 0 {
		return nil, failures
	}
	return modules, nil
}

func parseModule(r *Request, file string, annotations bool) (*ast.Module, error) {
	options, err := parserOptions(r, file)
	if err != nil {
		return nil, err
	}
	options.ProcessAnnotation = annotations
	module, err := ast.ParseModuleWithOpts(file, r.Modules[file], options)
	var one *ast.Error
	if errors.As(err, &one) { // an empty module
		return nil, ast.Errors{one}
	}
	return module, err
}

func parserOptions(r *Request, file string) (ast.ParserOptions, error) {
	v, err := r.moduleVersion(file)
	if err != nil {
		return ast.ParserOptions{}, err
	}
	capabilities, err := parserCapabilities(v)
	return ast.ParserOptions{RegoVersion: v, Capabilities: capabilities}, err
}
