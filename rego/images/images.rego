package lib.images

# True when the image, as it is written, equals a pattern or starts with one that ends in "*". An absent image is matched
# by "*" alone.
matches(image, patterns) if {
	is_string(image)
	is_array(patterns)
	image in patterns
}

matches(image, patterns) if {
	is_array(patterns)
	some pattern in patterns
	is_string(pattern)
	endswith(pattern, "*")
	startswith(image_text(image), trim_suffix(pattern, "*"))
}

# The image where it is a text, otherwise the empty text.
image_text(image) := image if {
	is_string(image)
} else := ""
