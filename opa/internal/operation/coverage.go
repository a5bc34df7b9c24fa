package operation

import "github.com/open-policy-agent/opa/v1/cover"

// coverageValue says which lines of which modules the tests reached. Percent counts
// lines that hold code.
type coverageValue struct {
	Percent float64                 `json:"percent"`
	Files   map[string]fileCoverage `json:"files"`
}

type fileCoverage struct {
	Percent    float64  `json:"percent"`
	Covered    []extent `json:"covered"`
	NotCovered []extent `json:"notCovered"`
}

// extent is a stretch of source from its first to its last row, both counted from 1.
// Reasons tell why a stretch was not reached where OPA knows it: index_excluded,
// early_exit.
type extent struct {
	StartRow int      `json:"startRow"`
	EndRow   int      `json:"endRow"`
	Reasons  []string `json:"reasons,omitempty"`
}

func coverageOf(report cover.Report) *coverageValue {
	value := &coverageValue{Percent: report.Coverage, Files: map[string]fileCoverage{}}
	for file, found := range report.Files {
		value.Files[file] = fileCoverage{
			Percent:    found.Coverage,
			Covered:    extentsOf(found.Covered),
			NotCovered: extentsOf(found.NotCovered),
		}
	}
	return value
}

func extentsOf(ranges []cover.Range) []extent {
	extents := make([]extent, 0, len(ranges))
	for _, r := range ranges {
		e := extent{StartRow: r.Start.Row, EndRow: r.End.Row}
		for _, kind := range r.Kinds {
			e.Reasons = append(e.Reasons, string(kind))
		}
		extents = append(extents, e)
	}
	return extents
}
