#!/usr/bin/env bash
# Runs a command with a PATH on which Node, npm and git are found, and Go is not.
set -euo pipefail
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
for tool in node npm npx git; do ln -s "$(command -v "$tool")" "$tools/$tool"; done
export PATH="$tools:/usr/bin:/bin"
if command -v go >/dev/null; then
  echo "go is still on PATH: $(command -v go)" >&2
  exit 1
fi
"$@"
