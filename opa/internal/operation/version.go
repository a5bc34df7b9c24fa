package operation

import opa "github.com/open-policy-agent/opa/v1/version"

type versionValue struct {
	OPA          string `json:"opaVersion"`
	Capabilities string `json:"capabilitiesVersion"`
	Go           string `json:"goVersion"`
}

// version says what this module is made of.
func version(*Request) (any, []byte, error) {
	return versionValue{OPA: opa.Version, Capabilities: CapabilitiesVersion, Go: opa.GoVersion}, nil, nil
}
