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

# What an editor sees: the rule type-checks with nothing but gatewright installed, and a typo in a field does not.
tsc() { node "$here/node_modules/typescript/bin/tsc" -p .; }
tsc
sed -i 's/container\.image /container.imagge /' rules/no-floating-tags/rule.ts
if tsc; then
  echo "a typo in a field was not found" >&2
  exit 1
fi
