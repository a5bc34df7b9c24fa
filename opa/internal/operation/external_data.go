package operation

import (
	"errors"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

var errNoProvider = errors.New("no provider can be reached offline")

// Offline no provider can be asked. To stop and say so is better than the undefined
// of an ordinary error in a builtin, which would let an object pass.
func init() {
	rego.RegisterBuiltin1(
		&rego.Function{Name: externalData.Name, Decl: externalData.Decl},
		func(rego.BuiltinContext, *ast.Term) (*ast.Term, error) {
			return nil, rego.NewHaltError(errNoProvider)
		},
	)
}
