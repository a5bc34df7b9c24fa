/** What the parent sends to the process that runs OPA; one at a time. */
export interface Call {
  /** JSON: opa/internal/operation/request.go. */
  readonly request: string;
}

/** What that process sends back, once for each call. */
export type CallResult =
  | { readonly kind: "answered"; readonly reply: string; readonly blob: Uint8Array }
  /** OPA threw out of the call, which other calls do not feel; `printed` is the end of what it wrote. */
  | { readonly kind: "crashed"; readonly cause: string; readonly printed: string }
  /** The module cannot be loaded. */
  | { readonly kind: "unavailable"; readonly cause: string };
