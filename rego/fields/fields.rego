package lib.fields

# The value at path (an array of member names), of whatever type; null where there is none.
value(base, path) := object.get(base, path, null) if {
	is_object(base)
} else := null

# The value at path, where it has the type of fallback. Absent, null and ill-typed are one: each reads as fallback.
get(base, path, fallback) := found if {
	found := value(base, path)
	type_name(found) == type_name(fallback)
} else := fallback

# The value at path, where its type has that name ("string", "number", "boolean", "array", "object"); otherwise null.
optional(base, path, type) := found if {
	found := value(base, path)
	type_name(found) == type
} else := null

# The value at path, where it is a text or a number (quantities are either); otherwise null.
scalar(base, path) := found if {
	found := value(base, path)
	type_name(found) in {"number", "string"}
} else := null

# The texts of the array at path; elements of another type are dropped.
strings(base, path) := [element |
	some element in get(base, path, [])
	is_string(element)
]

# The numbers of the array at path; elements of another type are dropped.
numbers(base, path) := [element |
	some element in get(base, path, [])
	is_number(element)
]

# The elements of the array at path that have one of the types; what has another is dropped. Where there is no array,
# fallback.
elements(base, path, types, fallback) := [element |
	some element in list
	type_name(element) in types
] if {
	list := value(base, path)
	is_array(list)
} else := fallback

# The object without its members that are null; of anything else, an object without members.
present(members) := {name: member |
	is_object(members)
	some name, member in members
	member != null
}

# The path of a member as Kubernetes prints it: "spec.containers[0]" and "image", or, where the key is no plain name,
# "metadata.annotations[example.com/x]". What is no text adds nothing.
path(base, key) := concat("", [base, "[", key, "]"]) if {
	is_string(base)
	is_string(key)
	not regex.match(`^[A-Za-z_][A-Za-z0-9_-]*$`, key)
} else := concat(".", [base, key]) if {
	is_string(base)
	is_string(key)
	base != ""
} else := key if {
	is_string(key)
} else := base if {
	is_string(base)
} else := ""
