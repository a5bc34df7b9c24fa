package lib.quantity

# True when Kubernetes reads value as a quantity: a text such as "500m", "1.5Gi" or "1e3", or a plain number.
legal(value) if rank(value) != null

# True when both are legal quantities and value is the greater one, exactly.
exceeds(value, maximum) if {
	amount := rank(value)
	amount != null
	limit := rank(maximum)
	limit != null
	amount > limit
}

# The place of a quantity among all others, as a text: the greater of two quantities has the greater text, and equal ones
# ("1Ki", "1024", "1.024k") have the same. Null for what is no legal quantity.
rank(value) := signed_rank(startswith(mantissa, "-"), magnitude) if {
	text := quantity_text(value)
	text != ""
	suffix := trim_left(text, "+-.0123456789")
	mantissa := trim_suffix(text, suffix)
	parts := split(unsigned(mantissa), ".")
	count(parts) <= 2
	digits := concat("", parts)
	trim_left(digits, "0123456789") == ""
	places := count(digits) - count(parts[0])
	magnitude := magnitude_rank(digits, places, suffix)
} else := null

# The text that Kubernetes reads; empty for what is neither a text nor a number.
quantity_text(value) := value if {
	is_string(value)
} else := json.marshal(value) if {
	is_number(value)
} else := ""

# The text without one sign in front of it.
unsigned(text) := substring(text, 1, -1) if {
	substring(text, 0, 1) in {"+", "-"}
} else := text

# The rank of the magnitude: of a negative one, the complement of its digits, which sorts in reverse.
signed_rank(negative, magnitude) := concat("", ["-", complement, "~"]) if {
	negative
	magnitude != nano_rank("", 0)
	complement := concat("", [opposite |
		some digit in split(magnitude, "")
		opposite := format_int(9 - to_number(digit), 10)
	])
} else := magnitude

# The rank of digits, the last `places` of them behind the decimal point, with a decimal suffix. Like the next ones, it is
# undefined for every other suffix.
magnitude_rank(digits, places, suffix) := nano_rank(trim_left(digits, "0"), (exponent(suffix) + 9) - places) if {
	digits != ""
}

# The same with a binary suffix: Kubernetes caps these at 2^63-1, and only these.
magnitude_rank(digits, places, suffix) := min([rank_of_product, "10000000289223372036854775807"]) if {
	digits != ""
	rank_of_product := nano_rank(trim_left(product(trim_left(digits, "0"), suffix), "0"), 9 - places)
}

# Kubernetes takes a text without any digit for zero ("m", "Gi", "."), except where its slower way of reading is needed.
magnitude_rank("", _, suffix) := nano_rank("", 0) if exponent(suffix) >= -9

magnitude_rank("", _, suffix) := nano_rank("", 0) if suffix in {"Ki", "Mi", "Gi", "Ti"}

# The power of ten that a decimal suffix stands for.
exponent(suffix) := power if {
	power := {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}[suffix]
}

# The power of ten of "e3" or "E-3": eight digits at most, with which every sum here stays below 2^31 (format_int of OPA's
# WASM needs that). Kubernetes takes some longer ones and cannot compute with them.
exponent(suffix) := power if {
	substring(suffix, 0, 1) in {"e", "E"}
	written := substring(suffix, 1, -1)
	digits := unsigned(written)
	digits != ""
	trim_left(digits, "0123456789") == ""
	significant := trim_left(digits, "0")
	count(significant) <= 8
	power := natural(significant) * {true: -1, false: 1}[startswith(written, "-")]
}

# The number that digits without a leading zero write.
natural(digits) := to_number(digits) if {
	digits != ""
} else := 0

# The rank of digits (no zero in front) times ten to the power of point, counted in nanos and rounded up as Kubernetes
# does: "1", in nine digits the number of digits of the nanos, and these digits without the zeros at their end.
nano_rank(digits, point) := rank_of_digits(length, kept) if {
	digits != ""
	length := max([count(digits) + point, 0])
	kept := substring(digits, 0, length)
	trim_left(substring(digits, length, -1), "0") == ""
} else := rank_of_next(length, trim_right(substring(digits, 0, length), "9")) if {
	digits != ""
	length := max([count(digits) + point, 0])
} else := "1000000000"

# The rank of a number of nanos that has `length` digits and begins with these.
rank_of_digits(length, digits) := concat("", [format_int(1000000000 + length, 10), trim_right(digits, "0")])

# The rank of the number of nanos after the one that has `length` digits: `stem`, and then only nines.
rank_of_next(length, stem) := rank_of_digits(length, concat("", [head, last])) if {
	stem != ""
	head := substring(stem, 0, count(stem) - 1)
	last := format_int(to_number(substring(stem, count(stem) - 1, 1)) + 1, 10)
} else := rank_of_digits(length + 1, "1")

# The digits of the number that digits write times the power of two that a binary suffix stands for. Six digits times 2^30
# are below 2^53 and one multiplication; anything longer is multiplied limb by limb.
product(digits, suffix) := json.marshal(natural(digits) * power) if {
	count(digits) <= 6
	power := {"Ki": 1024, "Mi": 1048576, "Gi": 1073741824}[suffix]
} else := concat("", array.reverse(texts)) if {
	columns := spread(convolution(limbs(digits), power_limbs(suffix)))
	texts := [text |
		some place, column in columns
		text := substring(format_int(10000000 + ((column + carry(columns, place)) % 10000000), 10), 1, -1)
	]
}

# The power of two in limbs of seven digits, the lowest first. Those of one power add up to less than 10^7: so each sum of
# a convolution is below 10^14, and each sum of two halves (see spread) below twice 10^7.
power_limbs(suffix) := {
	"Ki": [1024],
	"Mi": [1048576],
	"Gi": [3741824, 107],
	"Ti": [1627776, 109951],
	"Pi": [6842624, 2589990, 11],
	"Ei": [6846976, 2150460, 11529],
}[suffix]

# The digits in limbs of seven, the lowest first.
limbs(digits) := [limb |
	some lower in numbers.range(0, count(digits))
	lower % 7 == 0
	end := count(digits) - lower
	start := max([0, end - 7])
	limb := natural(trim_left(substring(digits, start, end - start), "0"))
]

# For each place of the product, the sum of the products of limbs that belong there.
convolution(left, right) := [sum(products) |
	some place in numbers.range(0, count(left) + count(right))
	products := [part |
		some index, limb in left
		part := limb * right[place - index]
	]
]

# Each sum keeps its lower seven digits and hands the others to the next place.
spread(sums) := [column |
	some place, total in sums
	lower := array.concat([0], sums)[place]
	column := (total % 10000000) + ((lower - (lower % 10000000)) / 10000000)
]

# What is carried into a place: 1 when some lower column overflows and all between pass it on.
carry(columns, place) := 1 if {
	columns[place - 1] >= 9999999
	some origin, column in columns
	origin < place
	column >= 10000000
	every between in array.slice(columns, origin + 1, place) {
		between >= 9999999
	}
} else := 0
