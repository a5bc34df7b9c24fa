package lib.pods

# True for a pod of Windows containers: spec.os.name says so, or the node selector does and spec.os.name does not say
# "linux". A kubelet refuses a pod of another spec.os.name than its own, whatever the selector; names other than these
# two count as absent (API reference of PodOS).
windows(pod) if pod.spec.os.name == "windows"

windows(pod) if {
	pod.spec.nodeSelector["kubernetes.io/os"] == "windows"
	not pod.spec.os.name == "linux"
}
