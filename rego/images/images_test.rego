package lib.images_test

import data.lib.images

test_an_image_equals_a_pattern if images.matches("registry.example.com/app:1", ["other", "registry.example.com/app:1"])

test_a_trailing_star_is_a_prefix if images.matches("registry.example.com/app:1", ["registry.example.com/*"])

test_a_star_elsewhere_is_a_plain_character if {
	not images.matches("registry.example.com/app:1", ["*/app:1"])
	not images.matches("registry.example.com/app:1", ["registry.*/app:1"])
	images.matches("registry.*/app:1", ["registry.*/app:1"])
	images.matches("a*b", ["a**"])
	not images.matches("ab", ["a**"])
}

test_text_is_compared_as_it_is if {
	not images.matches("docker.io/library/nginx", ["nginx"])
	not images.matches("nginx:latest", ["nginx"])
	not images.matches("nginx", ["NGINX"])
}

test_an_absent_image_is_matched_by_a_star_alone if {
	every image in [null, 1, {}, ["*"]] {
		images.matches(image, ["*"])
		not images.matches(image, ["", "**", "registry.example.com/*"])
	}
	images.matches("", [""])
}

test_what_is_no_pattern_matches_nothing if {
	every patterns in [null, "*", {"a": "*"}, [null, 1, {}, ["*"]], []] {
		not images.matches("nginx", patterns)
	}
	not images.matches(1, [1])
}
