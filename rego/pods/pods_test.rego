package lib.pods_test

import data.lib.pods

selecting(os) := {"kubernetes.io/os": os}

test_os_name_says_windows if {
	pods.windows({"spec": {"os": {"name": "windows"}}})
	not pods.windows({"spec": {"os": {"name": "linux"}}})
	not pods.windows({"spec": {"os": {"name": "Windows"}}})
}

test_the_node_selector_says_windows if {
	pods.windows({"spec": {"nodeSelector": selecting("windows")}})
	not pods.windows({"spec": {"nodeSelector": selecting("linux")}})
	not pods.windows({"spec": {"nodeSelector": {"os": "windows"}}})
}

test_os_name_wins if {
	pods.windows({"spec": {"os": {"name": "windows"}, "nodeSelector": selecting("linux")}})
	not pods.windows({"spec": {"os": {"name": "linux"}, "nodeSelector": selecting("windows")}})
}

test_an_os_name_that_means_nothing_counts_as_absent if {
	every os in [null, {}, {"name": null}, {"name": "plan9"}, {"name": 1}, "linux", ["linux"]] {
		pods.windows({"spec": {"os": os, "nodeSelector": selecting("windows")}})
		not pods.windows({"spec": {"os": os}})
	}
}

test_what_is_no_pod_is_no_windows_pod if {
	every pod in [null, "windows", [], {}, {"spec": null}, {"spec": "windows"}, {"spec": {"nodeSelector": "windows"}}] {
		not pods.windows(pod)
	}
}
