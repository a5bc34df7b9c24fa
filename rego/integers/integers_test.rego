package lib.integers_test

import data.lib.integers

test_digits_with_or_without_a_minus if {
	integers.parse("0") == 0
	integers.parse("42") == 42
	integers.parse("-42") == -42
	integers.parse("-0") == 0
}

test_leading_zeros_mean_nothing if {
	integers.parse("007") == 7
	integers.parse("-00010") == -10
	integers.parse("000") == 0
	integers.parse("00000000000000000000001") == 1
}

test_up_to_what_javascript_holds_exactly if {
	integers.parse("9007199254740991") == 9007199254740991
	integers.parse("-9007199254740991") == -9007199254740991
	integers.parse("9007199254740992") == null
	integers.parse("-9007199254740992") == null
	integers.parse("10000000000000000") == null
	integers.parse("99999999999999999999999999") == null
}

test_nothing_else_is_an_integer if {
	every text in ["", "-", "+1", "--1", "1-", " 1", "1\n", "1.0", "1e3", "0x10", "1_000", "१", "one"] {
		integers.parse(text) == null
	}
	every value in [null, 1, true, ["1"], {}] {
		integers.parse(value) == null
	}
}
