package lib.containers

# Every container of the pod by its path, such as "spec.initContainers[0]".
all(pod) := in_lists(pod, ["containers", "initContainers", "ephemeralContainers"])

# The containers of the named lists of the pod's spec, by their paths.
in_lists(pod, lists) := {path: container |
	some name in lists
	some index, container in elements(pod, name)
	path := concat("", ["spec.", name, "[", format_int(index, 10), "]"])
}

# The containers of the named lists of the pod's spec, in the order of lists and of each list.
list(pod, lists) := [container |
	some name in lists
	some container in elements(pod, name)
]

# One list of the pod's spec; what is no array reads as an empty one.
elements(pod, name) := [named(container) | some container in pod.spec[name]] if {
	is_string(name)
	is_array(pod.spec[name])
} else := []

# The container, named "" where it has no name: a message can name every container. What is no object has no fields.
named(container) := container if {
	is_string(container.name)
} else := object.union(container, {"name": ""}) if {
	is_object(container)
} else := {"name": ""}
