package lib.text

# A value as a template literal of TypeScript prints it: a text as it is, an integer in plain digits, true or false.
# What is none of these has no text. (Gatekeeper hands integers to OPA as floats, so `%v` prints 10000000 as 1e+07.)
of(value) := value if {
	is_string(value)
} else := json.marshal(value) if {
	is_boolean(value)
} else := digits(value) if {
	is_number(value)
	value == floor(value)
	abs(value) <= 9007199254740991
} else := json.marshal(value) if {
	is_number(value)
} else := ""

# The digits of an integer.
digits(integer) := natural(integer) if {
	integer >= 0
} else := concat("", ["-", natural(abs(integer))])

# The digits of a natural number, in two parts: OPA's WASM gives up on format_int beyond 2^31.
natural(number) := format_int(number, 10) if {
	number < 1000000000
} else := concat("", [format_int(high, 10), substring(format_int(padded, 10), 1, -1)]) if {
	high := floor(number / 1000000000)
	padded := 1000000000 + (number - (high * 1000000000))
}

# The text from so many UTF-16 units on, as JavaScript's slice cuts it: characters beyond U+FFFF are two units each. What
# is no text reads as empty.
from(text, units) := substring(text, characters, -1) if {
	is_string(text)
	beginning := split(substring(text, 0, units), "")
	characters := min([length |
		some length in numbers.range(0, units)
		length + count([each | some index, each in beginning; index < length; each > "\uffff"]) >= units
	])
} else := ""
