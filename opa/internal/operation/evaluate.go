package operation

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// evaluator is what all queries of a request share.
type evaluator struct {
	compiler *ast.Compiler
	store    storage.Store
	version  ast.RegoVersion
}

// evaluate answers every query for every of its inputs with OPA's own interpreter. The
// value is a list of answers per evaluation: JSON, sets as sorted arrays, null where
// the query is undefined. An error is reported with the evaluation and input at which
// it arose, and those of all inputs are reported together.
func evaluate(r *Request) (any, []byte, error) {
	e, err := newEvaluator(r)
	if err != nil {
		return nil, nil, err
	}
	answers := make([][]any, len(r.Evaluations))
	var failures Errors
	for i, evaluation := range r.Evaluations {
		found, failed := e.answers(i, evaluation)
		answers[i] = found
		failures = append(failures, failed...)
	}
	if len(failures) > 0 {
		return nil, nil, failures
	}
	return answers, nil, nil
}

func newEvaluator(r *Request) (*evaluator, error) {
	compiler, err := compileModules(r, compilerOptions{})
	if err != nil {
		return nil, err
	}
	data, err := decodeDocument(r.Data)
	if err != nil {
		return nil, err
	}
	queryVersion, err := regoVersion(r.RegoVersion)
	if err != nil {
		return nil, err
	}
	base, ok := data.(map[string]any)
	if data != nil && !ok {
		return nil, badRequest("data must be an object")
	}
	store := inmem.NewFromObjectWithOpts(base, inmem.OptRoundTripOnWrite(false))
	return &evaluator{compiler: compiler, store: store, version: queryVersion}, nil
}

func (e *evaluator) answers(index int, evaluation Evaluation) ([]any, Errors) {
	query, err := e.prepare(evaluation.Query)
	if err != nil {
		return nil, at(errorsOf(err), index, nil)
	}
	found := make([]any, len(evaluation.Inputs))
	var failures Errors
	for i, input := range evaluation.Inputs {
		found[i], err = answer(query, input)
		if err != nil {
			failures = append(failures, at(errorsOf(err), index, &i)...)
		}
	}
	return found, failures
}

func (e *evaluator) prepare(query string) (rego.PreparedEvalQuery, error) {
	return rego.New(
		rego.Query(query),
		rego.Compiler(e.compiler),
		rego.Store(e.store),
		rego.SetRegoVersion(e.version),
	).PrepareForEval(context.Background())
}

func answer(query rego.PreparedEvalQuery, input json.RawMessage) (any, error) {
	document, err := decodeDocument(input)
	if err != nil {
		return nil, err
	}
	value, err := ast.InterfaceToValue(document)
	if err != nil {
		return nil, err
	}
	results, err := query.Eval(context.Background(), rego.EvalParsedInput(value))
	if err != nil || len(results) == 0 {
		return nil, err
	}
	if len(results) > 1 || len(results[0].Expressions) != 1 {
		return nil, badRequest("the query must be one expression with one value")
	}
	return results[0].Expressions[0].Value, nil
}

// decodeDocument reads numbers as floats because Gatekeeper does: it takes a review
// through encoding/json before it evaluates, so that a policy prints the integer
// 10000000 as 1e+07. The messages here must be those of the cluster.
func decodeDocument(text json.RawMessage) (any, error) {
	if len(text) == 0 {
		return nil, nil
	}
	var document any
	if err := json.Unmarshal(text, &document); err != nil {
		return nil, fmt.Errorf("document: %w", err)
	}
	return document, nil
}

func at(found Errors, evaluation int, input *int) Errors {
	for i := range found {
		found[i].Evaluation, found[i].Input = &evaluation, input
	}
	return found
}
