package lib.ports

# True when an entry of ranges ("80", or "3000-5000" with both ends) allows the port. Whatever else an entry says, such
# as "-1", it allows nothing.
in_ranges(port, ranges) if {
	is_number(port)
	floor(port) == port
	is_array(ranges)
	some range in ranges
	is_string(range)
	ends := split(range, "-")
	count(ends) <= 2
	every end in ends {
		is_port_text(end)
	}
	port >= to_number(ends[0])
	port <= to_number(ends[count(ends) - 1])
}

# True for one to five digits without a leading zero, or a zero alone.
is_port_text(text) if {
	text != ""
	count(text) <= 5
	trim(text, "0123456789") == ""
	not startswith(text, "0")
}

is_port_text("0")
