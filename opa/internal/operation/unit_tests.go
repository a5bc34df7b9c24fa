package operation

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// noTimeout is for OPA, which wants a limit. Nothing can interrupt a computation
// inside WebAssembly; the host has a limit of its own and ends the process.
const noTimeout = 24 * time.Hour

// testResult is the outcome of one rule whose name begins with test_ or todo_test_.
type testResult struct {
	Package string `json:"package"`
	Name    string `json:"name"`
	// Outcome is pass, fail, error or skip.
	Outcome string `json:"outcome"`
	File    string `json:"file"`
	Row     int    `json:"row"`
	// Error is set for the outcome error; Output is what the test printed.
	Error  *Error `json:"error,omitempty"`
	Output string `json:"output,omitempty"`
	// FailedCases names the failed cases of a table test (test_x[name]).
	FailedCases [][]string `json:"failedCases,omitempty"`
}

type testValue struct {
	Tests    []testResult   `json:"tests"`
	Coverage *coverageValue `json:"coverage,omitempty"`
}

// runTests runs the Rego unit tests among the modules, in the order of files and rows.
func runTests(r *Request) (any, []byte, error) {
	modules, err := parse(r, false)
	if err != nil {
		return nil, nil, err
	}
	compiler, err := newCompiler(compilerOptions{prints: true})
	if err != nil {
		return nil, nil, err
	}
	store := inmem.New()
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(store).
		SetModules(modules).
		SetParallel(1).
		SetTimeout(noTimeout)
	if !r.Coverage {
		tests, err := collect(runner, store)
		return testValue{Tests: tests}, nil, err
	}
	reached := cover.New()
	tests, err := collect(runner.SetCoverageQueryTracer(reached), store)
	return testValue{Tests: tests, Coverage: coverageOf(reached.Report(modules))}, nil, err
}

func collect(runner *tester.Runner, store storage.Store) ([]testResult, error) {
	ctx := context.Background()
	tests := []testResult{}
	err := storage.Txn(ctx, store, storage.TransactionParams{}, func(txn storage.Transaction) error {
		results, err := runner.RunTests(ctx, txn)
		if err != nil {
			return err
		}
		for result := range results {
			tests = append(tests, resultOf(result))
		}
		return nil
	})
	slices.SortFunc(tests, func(a, b testResult) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Name, b.Name))
	})
	return tests, err
}

func resultOf(result *tester.Result) testResult {
	t := testResult{
		Package: result.Package,
		Name:    result.Name,
		Outcome: outcomeOf(result),
		Output:  string(result.Output),
	}
	if result.Location != nil {
		t.File, t.Row = result.Location.File, result.Location.Row
	}
	if result.Error != nil {
		t.Error = &errorsOf(result.Error)[0]
	}
	for name, sub := range result.SubResults.Iter {
		if sub.Fail && len(sub.SubResults) == 0 {
			t.FailedCases = append(t.FailedCases, name)
		}
	}
	return t
}

func outcomeOf(result *tester.Result) string {
	switch {
	case result.Skip:
		return "skip"
	case result.Error != nil:
		return "error"
	case result.Fail:
		return "fail"
	}
	return "pass"
}
