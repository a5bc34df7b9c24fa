package lib.fields_test

import data.lib.fields

container := {
	"name": "app",
	"image": null,
	"tty": false,
	"args": ["-v", 1, null, 2],
	"securityContext": {"runAsUser": 0},
}

test_value_is_of_whatever_type if {
	fields.value(container, ["tty"]) == false
	fields.value(container, ["securityContext"]) == {"runAsUser": 0}
	fields.value(container, ["image"]) == null
	fields.value(container, ["name", "first"]) == null
	fields.value("text", ["name"]) == null
}

test_get_reads_what_has_the_type if {
	fields.get(container, ["name"], "") == "app"
	fields.get(container, ["securityContext", "runAsUser"], -1) == 0
	fields.get(container, ["tty"], true) == false
}

test_get_falls_back_from_absent_null_and_another_type if {
	fields.get(container, ["workingDir"], "/") == "/"
	fields.get(container, ["image"], "none") == "none"
	fields.get(container, ["name"], []) == []
	fields.get(container, ["securityContext", "privileged"], false) == false
}

test_get_falls_back_where_there_is_no_object if {
	fields.get(container, ["name", "first"], "none") == "none"
	fields.get(container, ["args", "0"], "none") == "none"
	every base in [null, "text", 1, true, ["name"]] {
		fields.get(base, ["name"], "none") == "none"
	}
}

test_get_with_an_empty_path_is_the_base if fields.get(container, [], {}) == container

test_scalar_is_a_text_or_a_number if {
	limits := {"cpu": 1, "memory": "1Gi", "pods": true, "storage": null}
	fields.scalar(limits, ["cpu"]) == 1
	fields.scalar(limits, ["memory"]) == "1Gi"
	every name in ["pods", "storage", "absent"] {
		fields.scalar(limits, [name]) == null
	}
	fields.scalar(null, ["cpu"]) == null
}

test_strings_keeps_the_texts if {
	fields.strings(container, ["args"]) == ["-v"]
	fields.strings(container, ["name"]) == []
	fields.strings(null, ["args"]) == []
}

test_numbers_keeps_the_numbers if {
	fields.numbers(container, ["args"]) == [1, 2]
	fields.numbers(container, ["securityContext"]) == []
	fields.numbers([], ["args"]) == []
}

test_elements_keeps_those_of_the_types if {
	fields.elements(container, ["args"], ["string"], null) == ["-v"]
	fields.elements(container, ["args"], ["string", "number"], []) == ["-v", 1, 2]
	fields.elements(container, ["args"], [], null) == []
	fields.elements(container, ["name"], ["string"], null) == null
	fields.elements(null, ["args"], ["string"], ["none"]) == ["none"]
}

test_optional_is_null_without_a_value_of_the_type if {
	fields.optional(container, ["securityContext", "runAsUser"], "number") == 0
	fields.optional(container, ["tty"], "boolean") == false
	fields.optional(container, ["image"], "string") == null
	fields.optional(container, ["name"], "number") == null
	fields.optional("text", ["name"], "string") == null
}

test_present_drops_null_members_alone if {
	fields.present({"a": null, "b": false, "c": 0, "d": ""}) == {"b": false, "c": 0, "d": ""}
	fields.present({"a": {"b": null}}) == {"a": {"b": null}}
	every members in [null, "text", [1]] {
		fields.present(members) == {}
	}
}

test_path_of_a_plain_name if {
	fields.path("", "spec") == "spec"
	fields.path("spec.containers[0]", "image") == "spec.containers[0].image"
	fields.path("a", "b-c_1") == "a.b-c_1"
}

test_path_of_any_other_key if {
	fields.path("metadata.annotations", "example.com/x") == "metadata.annotations[example.com/x]"
	fields.path("", "a.b") == "[a.b]"
	every key in ["", "1a", "-a", "a b", "é", "a\n"] {
		fields.path("m", key) == concat("", ["m[", key, "]"])
	}
}

test_path_of_what_is_no_text if {
	fields.path("spec", null) == "spec"
	fields.path(1, "spec") == "spec"
	fields.path(null, 1) == ""
}
