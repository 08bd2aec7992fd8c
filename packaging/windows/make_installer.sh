#!/bin/bash
# make_installer.sh BUILD OUT.exe [VERSION]: the installer of a build made with the preset `windows`.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: make_installer.sh BUILD OUT.exe [VERSION]" >&2; exit 2; }
build=$(realpath "$1")
out=$(realpath -m "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=${3:-$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")}
files=$build/packaging/windows/files
"$here/stage.sh" "$build" "$files"

# The uninstaller takes away what was put there, by name.
removals=$build/packaging/windows/removals.nsh
(
    cd "$files"
    find . -type f | LC_ALL=C sort | sed 's,^\./,,; s,/,\\,g; s,.*,Delete "$INSTDIR\\&",'
    find . -mindepth 1 -type d | LC_ALL=C sort -r | sed 's,^\./,,; s,/,\\,g; s,.*,RMDir "$INSTDIR\\&",'
) >"$removals"
mkdir -p "$(dirname "$out")"
makensis -V2 -DVERSION="$version" -DFILES="$files" -DOUT="$out" -DSOURCE="$here/../.." \
    -DICON="$build/packaging/windows/keywright.ico" -DREMOVALS="$removals" "$here/installer.nsi"
