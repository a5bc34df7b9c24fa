#!/usr/bin/env bash
# Packs the project, installs the tarball into an empty folder elsewhere, and lets a user's own rule compile and verify there.
set -euo pipefail
folder=${1:?usage: try-tarball.sh <folder>}
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$folder"
cd "$folder"
folder=$PWD
tarball=$(cd "$here" && npm pack --silent --pack-destination "$folder")
echo "$tarball: $(stat -c %s "$folder/$tarball") bytes, $(tar -tzf "$folder/$tarball" | wc -l) files"
mkdir tool
(cd tool && npm init -y >/dev/null && npm install --no-save "../$tarball" >/dev/null)
./tool/node_modules/.bin/gatewright init policies
cd policies
npm install --no-save "../$tarball" >/dev/null
npx --no-install gatewright build
npx --no-install gatewright verify
