package lib.ports_test

import data.lib.ports

test_a_number_alone_is_that_port if {
	ports.in_ranges(80, ["443", "80"])
	ports.in_ranges(0, ["0"])
	not ports.in_ranges(8080, ["80"])
}

test_a_range_holds_both_ends if {
	every port in [3000, 4000, 5000] {
		ports.in_ranges(port, ["3000-5000"])
	}
	not ports.in_ranges(2999, ["3000-5000"])
	not ports.in_ranges(5001, ["3000-5000"])
	not ports.in_ranges(4000, ["5000-3000"])
}

test_minus_one_allows_nothing if {
	every port in [-1, 0, 1, 80] {
		not ports.in_ranges(port, ["-1"])
	}
}

test_a_malformed_entry_allows_nothing if {
	every entry in ["", "-", "80-", "-80", "80-90-100", " 80", "80 ", "080", "+80", "80.0", "8e1", "080-90", "100000", "*"] {
		not ports.in_ranges(80, [entry])
	}
	every entry in [null, 80, ["80"], {"80": "80"}] {
		not ports.in_ranges(80, [entry])
	}
}

test_only_an_integer_is_a_port if {
	every port in [null, "80", 80.5, [80], {}] {
		not ports.in_ranges(port, ["0-65535", "80"])
	}
}

test_ranges_that_are_no_array_allow_nothing if {
	every ranges in [null, "80", {"a": "80"}, []] {
		not ports.in_ranges(80, ranges)
	}
}
