package operation

import (
	"cmp"
	"errors"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Error is one finding of OPA, or one mistake in a request.
type Error struct {
	// Code is OPA's own where OPA gives one (rego_parse_error,
	// eval_conflict_error, ...), else opa_error.
	Code    string `json:"code"`
	Message string `json:"message"`
	// File, Row and Column are absent where nothing can be pointed at. Row
	// and Column count from 1; a column counts bytes.
	File    string   `json:"file,omitempty"`
	Row     int      `json:"row,omitempty"`
	Column  int      `json:"column,omitempty"`
	Details []string `json:"details,omitempty"`
	// Evaluation and Input say at which query and input, counted from 0, an
	// evaluation failed.
	Evaluation *int `json:"evaluation,omitempty"`
	Input      *int `json:"input,omitempty"`
}

// Errors is a list of findings in the order in which they are reported.
type Errors []Error

// Error makes a list of findings an error of Go; the host never sees this text.
func (e Errors) Error() string {
	if len(e) == 0 {
		return "no errors"
	}
	return e[0].Code + ": " + e[0].Message
}

// errorsOf turns whatever OPA returned into findings.
func errorsOf(err error) Errors {
	var own Errors
	var several ast.Errors
	var one *ast.Error
	var evaluation *topdown.Error
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &several):
		return fromAST(several)
	case errors.As(err, &one):
		return fromAST(ast.Errors{one})
	case errors.As(err, &evaluation):
		return Errors{located(evaluation.Code, evaluation.Message, evaluation.Location)}
	}
	return Errors{{Code: "opa_error", Message: err.Error()}}
}

// fromAST orders by position, since OPA finds errors in the order of a Go map, and
// drops repetitions.
func fromAST(several ast.Errors) Errors {
	found := make(Errors, 0, len(several))
	for _, e := range several {
		finding := located(e.Code, e.Message, e.Location)
		if e.Details != nil {
			finding.Details = e.Details.Lines()
		}
		found = append(found, finding)
	}
	slices.SortStableFunc(found, byPosition)
	return slices.CompactFunc(found, func(a, b Error) bool { return byPosition(a, b) == 0 })
}

func located(code, message string, location *ast.Location) Error {
	e := Error{Code: code, Message: message}
	if location != nil {
		e.File, e.Row, e.Column = location.File, location.Row, location.Col
	}
	return e
}

func byPosition(a, b Error) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Row, b.Row),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}
