package operation

import (
	"context"
	"errors"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/util"
)

// compilePolicy builds the WebAssembly of the entry points, equal to the byte to that of
// `opa build --target wasm --optimize 0`, and returns it as the blob.
func compilePolicy(r *Request) (any, []byte, error) {
	modules, err := parse(r, false)
	if err != nil {
		return nil, nil, err
	}
	compiler, err := bundleCompiler(r, modules)
	if err != nil {
		return nil, nil, err
	}
	if err := compiler.Build(context.Background()); err != nil {
		return nil, nil, everyError(r, err)
	}
	return nil, compiler.Bundle().WasmModules[0].Raw, nil
}

func bundleCompiler(r *Request, modules map[string]*ast.Module) (*compile.Compiler, error) {
	capabilities, err := gatekeeperCapabilities()
	if err != nil {
		return nil, err
	}
	return compile.New().
		WithTarget(compile.TargetWasm).
		WithCapabilities(capabilities).
		WithEntrypoints(r.Entrypoints...).
		WithBundle(bundleOf(r, modules)), nil
}

func bundleOf(r *Request, modules map[string]*ast.Module) *bundle.Bundle {
	b := &bundle.Bundle{Data: map[string]any{}}
	b.Manifest.Init()
	for _, file := range util.KeysSorted(modules) {
		b.Modules = append(b.Modules, bundle.ModuleFile{
			URL: file, Path: file, Parsed: modules[file], Raw: []byte(r.Modules[file]),
		})
	}
	return b
}

// everyError compiles once more without OPA's limit of ten errors, which a build
// cannot lift. Where that finds nothing the build itself failed, at an entry point for
// instance.
func everyError(r *Request, buildError error) error {
	var several ast.Errors
	if !errors.As(buildError, &several) {
		return buildError
	}
	if _, err := compileModules(r, compilerOptions{}); err != nil {
		return err
	}
	return buildError
}
