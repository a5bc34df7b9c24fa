package lib.text_test

import data.lib.text

test_a_text_is_its_own_text if {
	text.of("") == ""
	text.of("8 %d") == "8 %d"
}

test_integers_are_written_in_plain_digits if {
	text.of(0) == "0"
	text.of(-7) == "-7"
	text.of(999999999) == "999999999"
	text.of(1000000000) == "1000000000"
	text.of(4294967295) == "4294967295"
	text.of(-9007199254740991) == "-9007199254740991"
	text.of(9000000000000001) == "9000000000000001"
}

test_integers_that_came_as_floats_too if {
	text.of(1e7) == "10000000"
	text.of(1.00065e9) == "1000650000"
}

test_other_scalars if {
	text.of(true) == "true"
	text.of(false) == "false"
	text.of(0.5) == "0.5"
}

test_nothing_else_has_a_text if {
	every value in [null, [], {}, ["a"], {"a": 1}] { text.of(value) == "" }
}
