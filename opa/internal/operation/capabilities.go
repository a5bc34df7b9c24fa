package operation

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// CapabilitiesVersion is the OPA that Gatekeeper 3.23.1 links. What that one does
// not know is refused here, so that nothing compiles with us and fails in a cluster.
const CapabilitiesVersion = "v1.17.1"

// What OPA 1.17.1 lets a module use when it is parsed as Rego v0. OPA publishes the
// list for v1 only (capabilities/v1.17.1.json); this one is CapabilitiesForThisVersion
// of its source. Gatekeeper parses each module with the list of its version and
// compiles all of them with the list for v1.
var (
	featuresV0 = []string{
		ast.FeatureKeywordsInRefs,
		ast.FeatureRefHeads,
		ast.FeatureRefHeadStringPrefixes,
		ast.FeatureRegoV1,
		ast.FeatureRegoV1Import,
	}
	futureKeywordsV0 = []string{"contains", "every", "if", "in", "not"}
)

// externalData is the builtin that Gatekeeper's Rego driver adds to OPA's own. It
// takes none away: the stock --disable-opa-builtin={http.send} is read literally,
// braces and all, and so names nothing.
var externalData = &ast.Builtin{
	Name: "external_data",
	Decl: types.NewFunction(types.Args(types.A), types.A),
}

// gatekeeperCapabilities are those with which Gatekeeper compiles.
var gatekeeperCapabilities = sync.OnceValues(func() (*ast.Capabilities, error) {
	c, err := ast.LoadCapabilitiesVersion(CapabilitiesVersion)
	if err != nil {
		return nil, err
	}
	c.Builtins = append(c.Builtins, externalData)
	return c, nil
})

// parserCapabilities are those with which Gatekeeper parses a module of version v.
func parserCapabilities(v ast.RegoVersion) (*ast.Capabilities, error) {
	c, err := gatekeeperCapabilities()
	if err != nil || v != ast.RegoV0 {
		return c, err
	}
	v0 := *c
	v0.Features, v0.FutureKeywords = featuresV0, futureKeywordsV0
	return &v0, nil
}
