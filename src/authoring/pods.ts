import type { PodSpec } from "kubernetes-types/core/v1.js";

/**
 * Tells whether a pod, or anything else with a pod's `spec`, is one of Windows containers: `spec.os.name` is "windows";
 * or the node selector has `kubernetes.io/os: windows` and `spec.os.name` is not "linux". Where the two disagree
 * `spec.os.name` wins, for a kubelet refuses a pod of another `spec.os.name` than its own whatever the selector. Names
 * other than these two count as absent, as the API reference of PodOS asks.
 */
export function isWindows(pod: { readonly spec?: PodSpec | undefined }): boolean {
  const name = pod?.spec?.os?.name;
  return name === "windows" || (name !== "linux" && pod?.spec?.nodeSelector?.["kubernetes.io/os"] === "windows");
}
