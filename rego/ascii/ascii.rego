package lib.ascii

# The text with a to z in upper case and every other character as it is. What is no text reads as empty.
upper(text) := strings.replace_n(
	{
		"a": "A", "b": "B", "c": "C", "d": "D", "e": "E", "f": "F", "g": "G", "h": "H", "i": "I",
		"j": "J", "k": "K", "l": "L", "m": "M", "n": "N", "o": "O", "p": "P", "q": "Q", "r": "R",
		"s": "S", "t": "T", "u": "U", "v": "V", "w": "W", "x": "X", "y": "Y", "z": "Z",
	},
	text,
) if {
	is_string(text)
} else := ""

# The text with A to Z in lower case and every other character as it is. What is no text reads as empty.
lower(text) := strings.replace_n(
	{
		"A": "a", "B": "b", "C": "c", "D": "d", "E": "e", "F": "f", "G": "g", "H": "h", "I": "i",
		"J": "j", "K": "k", "L": "l", "M": "m", "N": "n", "O": "o", "P": "p", "Q": "q", "R": "r",
		"S": "s", "T": "t", "U": "u", "V": "v", "W": "w", "X": "x", "Y": "y", "Z": "z",
	},
	text,
) if {
	is_string(text)
} else := ""

# The text without the ASCII white space at its ends. What is no text reads as empty.
trim(text) := trim_left(trim_right(text, " \t\n\u000b\f\r"), " \t\n\u000b\f\r") if {
	is_string(text)
} else := ""
