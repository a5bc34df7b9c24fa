//go:build wasip1

package main

import (
	"unsafe"

	"gatewright.dev/opa/internal/operation"
)

// The buffers outlive the calls because the host reads and writes them through
// pointers that the garbage collector does not see.
var (
	input  []byte
	output []byte
	blob   []byte
	header [4]uint32
)

// request makes room for a request of size bytes and returns its address.
// The host writes JSON there and then calls respond.
//
//go:wasmexport request
func request(size uint32) unsafe.Pointer {
	input = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(input))
}

// respond carries the request out and returns the address of four little-endian
// uint32: address and length of the reply (JSON), address and length of the blob
// (empty for most operations). They stay valid until the next call of request.
//
//go:wasmexport respond
func respond() unsafe.Pointer {
	output, blob = operation.Run(input)
	input = nil
	header = [4]uint32{address(output), uint32(len(output)), address(blob), uint32(len(blob))}
	return unsafe.Pointer(&header)
}

// address is where b starts in the linear memory, which 32 bits can address.
func address(b []byte) uint32 {
	return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b))))
}
