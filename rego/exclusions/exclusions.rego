package lib.exclusions

# True when the container's name is one of parameters.excludedContainers, or its image equals one of
# parameters.excludedImages or starts with one that ends in "*". An absent image is matched by "*" alone.
excluded(container, parameters) if {
	is_string(container.name)
	is_array(parameters.excludedContainers)
	container.name in parameters.excludedContainers
}

excluded(container, parameters) if {
	is_string(container.image)
	is_array(parameters.excludedImages)
	container.image in parameters.excludedImages
}

excluded(container, parameters) if {
	is_array(parameters.excludedImages)
	some pattern in parameters.excludedImages
	is_string(pattern)
	endswith(pattern, "*")
	startswith(image_text(container), trim_suffix(pattern, "*"))
}

# The container's image where it is a text, otherwise the empty text.
image_text(container) := container.image if {
	is_string(container.image)
} else := ""
