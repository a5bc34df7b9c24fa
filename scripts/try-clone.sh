#!/usr/bin/env bash
# Both README commands in a fresh clone, on a PATH without Go, with an empty cache.
set -euo pipefail
clone=${1:?usage: try-clone.sh <folder>}
here=$(cd "$(dirname "$0")/.." && pwd)
git clone --quiet "$here" "$clone"
cd "$clone"
export GATEWRIGHT_CACHE="$clone/../clone-cache"
bash scripts/without-go.sh bash -c 'npm ci && npm start && npm test'
[ -z "$(git status --porcelain)" ] || { git status --short; exit 1; }
