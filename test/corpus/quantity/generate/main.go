// Renews test/corpus/quantity.json, what Kubernetes' own resource.Quantity says of some texts and pairs of texts:
//
//	cd test/corpus/quantity/generate && go run . > ../../quantity.json
//
// The tests read the result; they never run this.
package main

import (
	"encoding/json"
	"math/big"
	"math/rand"
	"os"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
)

var suffixes = []string{
	"", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
	"e0", "e3", "E3", "e+3", "e-3", "E-3", "e03", "e-9", "e-10", "e18", "E-18",
}

var mantissas = []string{
	"", "+", "-", ".", "0", "-0", "1", "+1", "-1", "1.", ".5", "-.5", "1.5", "0.1", "0.000", "007", "1000", "1024",
	"999", "0.0000000001", "-0.0000000001", "1.0000000001", "0.9999999999", "9223372036854775807", "9223372036854775808",
	"123456789012345678901234567890.5", "0.123456789012345678901234567890",
}

// Each with what it is about.
var others = []string{
	// not quantities
	" 1", "1 ", "1\n", "1 Gi", "\t1", "1,5", "1.2.3", "1..2", "--1", "+-1", "1-", "1+", "1-2", "0x10", "1_000", "Inf", "NaN", "null",
	"true", "one", "1K", "1mi", "1gi", "1GI", "1KI", "1kB", "1Gib", "1GB", "1i", "1ki", "1N", "1U", "1t", "1p", "1g", "1MM", "1mm",
	"1Kii", "1eE3", "1e", "1e+", "1e-", "1E+", "1e1.5", "1e1e1", "1e3k", "1Gi3", "1k3", "1n-3", "1Ei3", "1e3Ki", "e", "E", "e3",
	"１", "1٣", "1Gi\u0000", "µ", "1µ", "$1", "1%", "", "Kim", "n3", "0e", "0x", "00x", "1e99999999999999999999",
	// the cap of binary quantities at 2^63-1, which decimal ones do not have
	"7Ei", "7.99Ei", "7.9999999999999999999Ei", "8Ei", "-8Ei", "9Ei", "16Ei", "8191Pi", "8192Pi", "8193Pi", "8388607Ti", "8388608Ti",
	"8589934591Gi", "8589934592Gi", "9007199254740991Ki", "9007199254740992Ki", "9007199254740993Ki",
	"9007199254740991.999023437499Ki", "9007199254740991.9990234375Ki", "9007199254740991.9990234376Ki", "9223372036854775806",
	"9223372036854775807", "9223372036854775808", "9223372036854775807.1", "9223372036854775807000000000n", "9.3E", "10E", "1e30", "1e100",
	// finer than a nano: away from zero
	"0.1n", "-0.1n", "0.9n", "1.0n", "1.1n", "-1.1n", "9.9n", "99.1n", "0.001u", "0.0001u", "1.0001u", "1e-10", "11e-10", "-11e-10",
	"1e-100", "0e-100", "999999999.9999999999", "999999999.999999999", "0.00000000099999999999Ki", "0.0000000001Ei", "1e-28Ei",
	"0.0000000000000000000000000001Ei", "0.0000000000000000000000000000000000001Ei", "0.000000000976562500000000000000000001Ki",
	// arithmetic in binary floating point would take these for equal, or equal ones for different
	"6.8E", "6800P", "6800000000G", "6.8e18", "4.35", "4350m", "0.1", "100m", "0.3", "300m", "1.1G", "1100M", "9007199254740993",
	"9007199254740992", "9007199254740994", "123456789.123456789", "123456789123456789n", "1234567890123456789012", "1234567890123456789013",
	"1.005k", "1005", "72057594037927937", "72057594037927936",
	// everyday
	"100m", "0.1", "250m", "0.25", "1", "1000m", "1.0", "32", "32000m", "64Gi", "65536Mi", "67108864Ki", "68719476736", "64G", "64000M",
	"0.5Gi", "512Mi", "536870912", "1.5Gi", "1536Mi", "128974848", "129e6", "129M", "123Mi", "1e3", "1k", "1E3", "12E", "12e18", "100u",
	"1Ki", "1024", "1.024k", "1023", "1025", "10Ti", "10T", "2Pi", "2P", "00001", "+1Gi", "-1Gi", "-1G", "-100m", "-0.1", "-0.10000000001",
	"1e-3", "1m", "1e-9", "1n", "1.e3", ".5e3", "500", "1e400", "1e-400", "-1e400", "9e399",
}

// Texts whose binary value lies at, or a hair beside, a power of ten of nanos: the digits of the product are all nines or
// a one with zeros, so that every carry counts.
func nearPowersOfTen() []string {
	var texts []string
	hair := new(big.Rat).SetFrac64(1, 1)
	for range 40 {
		hair.Quo(hair, big.NewRat(10, 1))
	}
	for i, suffix := range []string{"Ki", "Mi", "Gi", "Ti", "Pi", "Ei"} {
		unit := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(10*(i+1))))
		for _, power := range []int{7, 9, 14, 16, 21, 27} {
			nanos := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil)
			for _, change := range []int64{-1, 0, 1} {
				amount := new(big.Rat).SetInt(new(big.Int).Add(nanos, big.NewInt(change)))
				amount.Quo(amount, big.NewRat(1e9, 1)).Quo(amount, unit)
				texts = append(texts, text(amount)+suffix)
				if change == 0 {
					texts = append(texts, text(new(big.Rat).Add(amount, hair))+suffix, text(new(big.Rat).Sub(amount, hair))+suffix)
				}
			}
		}
	}
	return texts
}

// Every amount here has a finite decimal expansion of at most 110 places.
func text(amount *big.Rat) string {
	return strings.TrimRight(strings.TrimRight(amount.FloatString(110), "0"), ".")
}

func someDigits(random *rand.Rand) string {
	digits := make([]byte, 1+random.Intn(24))
	for i := range digits {
		digits[i] = "0019999123456789"[random.Intn(16)]
	}
	point := random.Intn(len(digits) * 2)
	if point < len(digits) {
		return string(digits[:point]) + "." + string(digits[point:])
	}
	return string(digits)
}

func texts(random *rand.Rand) []string {
	all := append(slices.Clone(others), nearPowersOfTen()...)
	for _, mantissa := range mantissas {
		for _, suffix := range suffixes {
			all = append(all, mantissa+suffix)
		}
	}
	for range 250 {
		all = append(all, someDigits(random)+suffixes[random.Intn(len(suffixes))])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Such as "1Ki > 1k": neighbours in order of amount, two apart as well, and then any two.
func comparisons(legal []string, random *rand.Rand) []string {
	byAmount := slices.Clone(legal)
	slices.SortStableFunc(byAmount, compare)
	var all []string
	add := func(left, right string) {
		all = append(all, left+" "+string("<=>"[compare(left, right)+1])+" "+right)
	}
	for i := range byAmount[2:] {
		add(byAmount[i], byAmount[i+1])
		add(byAmount[i+2], byAmount[i])
	}
	for range 1500 {
		add(legal[random.Intn(len(legal))], legal[random.Intn(len(legal))])
	}
	return all
}

func compare(left, right string) int {
	quantity := resource.MustParse(left)
	return quantity.Cmp(resource.MustParse(right))
}

type corpus struct {
	Authority   string   `json:"authority"`
	Legal       []string `json:"legal"`
	Illegal     []string `json:"illegal"`
	Comparisons []string `json:"comparisons"`
}

func main() {
	random := rand.New(rand.NewSource(1))
	result := corpus{Authority: "k8s.io/apimachinery v0.36.2, resource.ParseQuantity and Quantity.Cmp"}
	for _, text := range texts(random) {
		if _, err := resource.ParseQuantity(text); err == nil {
			result.Legal = append(result.Legal, text)
		} else {
			result.Illegal = append(result.Illegal, text)
		}
	}
	result.Comparisons = comparisons(result.Legal, random)
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(result); err != nil {
		panic(err)
	}
}
