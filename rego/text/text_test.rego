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

test_from_cuts_a_beginning_off if {
	text.from("CAP_CHOWN", 4) == "CHOWN"
	text.from("abc", 0) == "abc"
	text.from("abc", 3) == ""
	text.from("abc", 9) == ""
	text.from("", 2) == ""
}

test_from_counts_utf_16_units if {
	text.from("é😀b😀c", 1) == "😀b😀c"
	text.from("é😀b😀c", 3) == "b😀c"
	text.from("é😀b😀c", 4) == "😀c"
	text.from("é😀b😀c", 6) == "c"
	text.from("😀", 9) == ""
}

test_what_is_no_text_has_no_part if text.from(["a"], 0) == ""
