#!/usr/bin/env bash
# Installs gator of the Gatekeeper that we follow into the given folder, from its Go module. CI alone needs it.
set -euo pipefail
folder=${1:?usage: gator.sh <folder>}
mkdir -p "$folder"
[ -x "$folder/gator" ] && exit 0
GOBIN=$(cd "$folder" && pwd) GOFLAGS=-buildvcs=false CGO_ENABLED=0 \
  go install github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.1
