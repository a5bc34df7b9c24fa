package lib.containers_test

import data.lib.containers

pod := {"spec": {
	"containers": [{"name": "app"}, {"name": "sidecar"}],
	"initContainers": [{"name": "init"}],
	"ephemeralContainers": [{"name": "debug"}],
}}

test_all_names_each_container_by_its_path if {
	containers.all(pod) == {
		"spec.containers[0]": {"name": "app"},
		"spec.containers[1]": {"name": "sidecar"},
		"spec.initContainers[0]": {"name": "init"},
		"spec.ephemeralContainers[0]": {"name": "debug"},
	}
}

test_in_lists_looks_at_the_named_lists_alone if {
	containers.in_lists(pod, ["initContainers"]) == {"spec.initContainers[0]": {"name": "init"}}
	containers.in_lists(pod, []) == {}
	containers.in_lists(pod, null) == {}
}

test_list_keeps_the_order_of_lists_and_of_each_list if {
	containers.list(pod, ["initContainers", "containers"]) == [{"name": "init"}, {"name": "app"}, {"name": "sidecar"}]
	containers.list(pod, []) == []
}

test_a_list_that_is_no_array_is_empty if {
	every spec in [null, "text", {"containers": null}, {"containers": "abc"}, {"containers": {"a": {}}}] {
		containers.all({"spec": spec}) == {}
		containers.list({"spec": spec}, ["containers"]) == []
	}
	containers.all(null) == {}
	containers.all("text") == {}
}

test_every_container_has_a_name if {
	spec := {"containers": [null, "abc", {"name": 1}, {"image": "web"}, {"name": null}], "initContainers": null}
	containers.all({"spec": spec}) == {
		"spec.containers[0]": {"name": ""},
		"spec.containers[1]": {"name": ""},
		"spec.containers[2]": {"name": ""},
		"spec.containers[3]": {"name": "", "image": "web"},
		"spec.containers[4]": {"name": ""},
	}
}
