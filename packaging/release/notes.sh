#!/bin/bash
# notes.sh VERSION: what CHANGELOG.md says of that version, as the text of a release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
notes=$(awk -v wanted="## [$1] " 'index($0, wanted) == 1 {inside = 1; next} /^## \[/ {inside = 0} inside' CHANGELOG.md)
[ -n "${notes//[[:space:]]/}" ] || { echo "CHANGELOG.md says nothing of $1." >&2; exit 1; }
printf '%s\n' "$notes" | sed '/./,$!d'
