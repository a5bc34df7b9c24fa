#!/usr/bin/env bash
# Builds the embedded OPA from opa/ in a temporary folder. Without arguments it fails unless the result equals what is
# committed, byte for byte; with --write it replaces what is committed. Needs Node and Go (any version that can fetch
# the one that go.mod names).
set -euo pipefail

mode=${1:---check}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The compiler is part of the result: exactly the one that go.mod names, and no setting of the caller's.
export GOTOOLCHAIN GOOS=wasip1 GOARCH=wasm CGO_ENABLED=0 GOWORK=off GOFLAGS=-mod=readonly
export GOEXPERIMENT= GOWASM=
GOTOOLCHAIN=$(sed -n 's/^toolchain //p' "$root/opa/go.mod")

go -C "$root/opa" build -buildmode=c-shared -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o "$work/opa.wasm" .
node "$root/opa/licenses.mjs" "$mode"
node "$root/opa/pack.mjs" "$mode" "$work/opa.wasm"
