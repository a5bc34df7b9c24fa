package lib.integers

# The integer that text writes in decimal digits, with or without "-" and leading zeros, where JavaScript holds it
# exactly (up to 9007199254740991 either way); otherwise null.
parse(text) := integer if {
	is_string(text)
	digits := trim_prefix(text, "-")
	digits != ""
	trim(digits, "0123456789") == ""
	magnitude := natural(trim_left(digits, "0"))
	integer := with_sign(startswith(text, "-"), magnitude)
} else := null

# The number that digits without a leading zero write; undefined above 9007199254740991. Nothing larger is ever computed.
natural("") := 0

natural(digits) := to_number(digits) if {
	digits != ""
	count(digits) <= 15
}

natural(digits) := to_number(digits) if {
	count(digits) == 16
	digits <= "9007199254740991"
}

# The magnitude, negated when negative is true.
with_sign(true, magnitude) := 0 - magnitude

with_sign(false, magnitude) := magnitude
