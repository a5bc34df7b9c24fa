package lib.quantity_test

import data.lib.quantity

test_legal_forms if {
	every value in ["0", "2", "0.5", ".5", "2.", "+1", "-1", "500m", "100u", "1n", "1k", "64Gi", "1.5Gi", "1e3", "1E-3", "12E"] {
		quantity.legal(value)
	}
	every value in [0, 1, 0.5, -1, 1e21] {
		quantity.legal(value)
	}
}

test_illegal_forms if {
	every value in ["", " 1", "1 Gi", "1K", "1gi", "1GB", "1e", "1e1.5", "1.2.3", "--1", "0x1", "one", "1e123456789"] {
		not quantity.legal(value)
	}
	every value in [null, true, ["1"], {"cpu": "1"}] {
		not quantity.legal(value)
	}
}

test_texts_without_a_digit_are_zero_or_illegal if {
	every value in ["+", "-", ".", "m", "E", "Ti", "e3", "e-9", ".Ki"] {
		quantity.legal(value)
		not quantity.exceeds(value, "0")
		not quantity.exceeds("0", value)
	}
	every value in ["Pi", "Ei", "e-10", "e"] {
		not quantity.legal(value)
	}
}

test_equal_quantities_have_one_rank if {
	every texts in [
		["1Ki", "1024", "1.024k", "+1024.0", 1024],
		["500m", "0.5", ".5", "5e-1", "500000u", 0.5],
		["64Gi", "65536Mi", "68719476736", "68.719476736G"],
		["6.8E", "6800000000G", "68e17"],
		["0", "-0", "0Gi", "0e-20", "0.000", 0],
	] {
		count({quantity.rank(value) | some value in texts}) == 1
	}
}

test_greater_quantities_rank_higher if {
	ascending := [
		"-9Ei", "-1G", "-2", "-1.000000001", "-1", "-1n", "0", "1n", "1u", "999u", "1m", "0.1", "0.999999999", "1", "1.000000001",
		"2", "10", "1k", "1Ki", "1M", "1Mi", "1G", "1Gi", "1T", "1Ti", "1P", "1Pi", "1E", "1Ei", "7.99Ei", "8Ei", "9.3E", "1e30",
	]
	every place in numbers.range(1, count(ascending) - 1) {
		quantity.exceeds(ascending[place], ascending[place - 1])
		not quantity.exceeds(ascending[place - 1], ascending[place])
		not quantity.exceeds(ascending[place], ascending[place])
	}
}

test_finer_than_a_nano_rounds_away_from_zero if {
	quantity.rank("0.1n") == quantity.rank("1n")
	quantity.rank("-0.1n") == quantity.rank("-1n")
	quantity.rank("0.0000000001Ki") == quantity.rank("103n")
	quantity.rank("999999999.9999999999") == quantity.rank("1G")
}

test_binary_quantities_are_capped_and_decimal_ones_are_not if {
	quantity.rank("8Ei") == quantity.rank("9223372036854775807")
	quantity.rank("100Ei") == quantity.rank("8Ei")
	quantity.rank("-100Ei") == quantity.rank("-8Ei")
	quantity.exceeds("9223372036854775808", "100Ei")
}

test_every_carry_of_a_long_product_counts if {
	quantity.rank("9765625Ki") == quantity.rank("1e10")
	quantity.rank("9765624.9990234375Ki") == quantity.rank("9999999999")
	quantity.rank("0.000000000000000000867361737988403547205962240695953369140625Ei") == quantity.rank("1")
}

test_what_is_illegal_exceeds_nothing_and_is_not_exceeded if {
	every value in ["", "one", null, {}] {
		not quantity.exceeds(value, "0")
		not quantity.exceeds("1", value)
	}
}
