// Command opa is the Open Policy Agent as a WASI reactor: a WebAssembly module
// that a host loads once and calls many times (abi.go). What it can do is in
// internal/operation; this package only carries bytes in and out.
package main

// A reactor's main never runs: the host calls the exported functions instead.
func main() {}
