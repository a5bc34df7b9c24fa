// Package operation holds what the embedded OPA can be asked to do: a request in
// JSON goes in, a reply in JSON comes out, with a blob of bytes where the result is
// binary. It knows nothing of WebAssembly, so that ordinary Go tests can run it.
package operation

import (
	"encoding/json"
	"fmt"
	"runtime/debug"
	"strings"
)

// reply is the JSON that the host reads: a value, or errors.
type reply struct {
	OK     bool   `json:"ok"`
	Value  any    `json:"value,omitempty"`
	Errors Errors `json:"errors,omitempty"`
}

// An operation returns a value for the reply and bytes for the blob; either may be
// nil.
type operation func(*Request) (value any, blob []byte, err error)

var operations = map[string]operation{
	"check":    check,
	"compile":  compilePolicy,
	"evaluate": evaluate,
	"format":   formatModules,
	"test":     runTests,
	"version":  version,
}

// Run carries out one request. It always returns a reply: a request that cannot be
// read and a panic inside OPA become errors of the codes bad_request and opa_panic.
func Run(request []byte) (replyJSON, blob []byte) {
	value, blob, err := run(request)
	result := reply{OK: err == nil, Value: value}
	if err != nil {
		blob, result.Value, result.Errors = nil, nil, errorsOf(err)
	}
	replyJSON, err = json.Marshal(result)
	if err != nil { // a value that JSON cannot hold is our own mistake
		replyJSON, _ = json.Marshal(reply{Errors: errorsOf(err)})
		return replyJSON, nil
	}
	return replyJSON, blob
}

func run(request []byte) (value any, blob []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			stack := strings.Split(strings.TrimSpace(string(debug.Stack())), "\n")
			err = Errors{{Code: "opa_panic", Message: fmt.Sprint(cause), Details: stack}}
		}
	}()
	r, err := decodeRequest(request)
	if err != nil {
		return nil, nil, err
	}
	perform, ok := operations[r.Operation]
	if !ok {
		return nil, nil, badRequest("unknown operation %q", r.Operation)
	}
	return perform(r)
}
