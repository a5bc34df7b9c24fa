package lib.ascii_test

import data.lib.ascii

letters := {
	"lower": "abcdefghijklmnopqrstuvwxyz",
	"upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}

test_upper if {
	ascii.upper(letters.lower) == letters.upper
	ascii.upper("net_Admin-0 ") == "NET_ADMIN-0 "
}

test_lower if {
	ascii.lower(letters.upper) == letters.lower
	ascii.lower("NET_Admin-0 ") == "net_admin-0 "
}

test_other_letters_stay_as_they_are if {
	ascii.upper("straße ıéſ") == "STRAßE ıéſ"
	ascii.lower("İÉ\u212a Σ") == "İÉ\u212a Σ"
}

test_trim if {
	ascii.trim(" \t\n\u000b\f\r a b \r\f\u000b\n\t ") == "a b"
	ascii.trim(" \t") == ""
	ascii.trim("") == ""
}

test_trim_leaves_other_white_space if ascii.trim("\u00a0\ufeffa\u2003") == "\u00a0\ufeffa\u2003"

test_what_is_no_text_reads_as_empty if {
	every value in [null, 1, true, ["a"], {"a": "a"}] {
		ascii.upper(value) == ""
		ascii.lower(value) == ""
		ascii.trim(value) == ""
	}
}
