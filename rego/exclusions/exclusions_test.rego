package lib.exclusions_test

import data.lib.exclusions

container := {"name": "app", "image": "registry.example.com/app:1"}

test_by_name_exactly if {
	exclusions.excluded(container, {"excludedContainers": ["sidecar", "app"]})
	not exclusions.excluded(container, {"excludedContainers": ["ap", "app*", "APP"]})
}

test_by_image_exactly_or_by_prefix if {
	exclusions.excluded(container, {"excludedImages": ["registry.example.com/app:1"]})
	exclusions.excluded(container, {"excludedImages": ["registry.example.com/*"]})
	not exclusions.excluded(container, {"excludedImages": ["registry.example.com/app", "app:1"]})
}

test_nothing_is_excluded_without_parameters if {
	every parameters in [null, "text", [], {}, {"excludedContainers": null, "excludedImages": "*"}] {
		not exclusions.excluded(container, parameters)
	}
}

test_an_absent_name_is_in_no_list if {
	not exclusions.excluded({}, {"excludedContainers": ["", "app"]})
	not exclusions.excluded({"name": null}, {"excludedContainers": [null]})
	not exclusions.excluded({"name": 1}, {"excludedContainers": [1]})
	not exclusions.excluded(null, {"excludedContainers": ["app"]})
}

test_an_absent_image_is_matched_by_a_star_alone if {
	exclusions.excluded({"name": "app"}, {"excludedImages": ["*"]})
	exclusions.excluded(null, {"excludedImages": ["*"]})
	not exclusions.excluded({"image": null}, {"excludedImages": ["", null, "**"]})
	not exclusions.excluded({"image": 1}, {"excludedImages": [1]})
}
