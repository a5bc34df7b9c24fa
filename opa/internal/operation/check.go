package operation

import "github.com/open-policy-agent/opa/v1/ast"

// check parses and compiles the modules and reports everything that it finds.
func check(r *Request) (any, []byte, error) {
	_, err := compileModules(r, compilerOptions{annotations: true, strict: r.Strict})
	return nil, nil, err
}

type compilerOptions struct {
	annotations bool
	strict      bool
	// prints keeps calls of print, which Gatekeeper erases unless told otherwise.
	prints bool
}

// newCompiler has no limit of errors: OPA's own stops at ten.
func newCompiler(o compilerOptions) (*ast.Compiler, error) {
	capabilities, err := gatekeeperCapabilities()
	if err != nil {
		return nil, err
	}
	return ast.NewCompiler().
		SetErrorLimit(0).
		WithCapabilities(capabilities).
		WithStrict(o.strict).
		WithEnablePrintStatements(o.prints), nil
}

func compileModules(r *Request, o compilerOptions) (*ast.Compiler, error) {
	modules, err := parse(r, o.annotations)
	if err != nil {
		return nil, err
	}
	compiler, err := newCompiler(o)
	if err != nil {
		return nil, err
	}
	if compiler.Compile(modules); compiler.Failed() {
		return nil, compiler.Errors
	}
	return compiler, nil
}
