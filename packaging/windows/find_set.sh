#!/bin/bash
# find_set.sh FOLDER: prints the folder with Qt, SQLite and OpenSSL for Windows, as toolchain.cmake wants it, and fails if
# there is none. Looked for: $KEYWRIGHT_WINDOWS_SET; what build-dependencies.sh made in build/windows-set; an archive
# mingw-w64-qt*.tar.xz in shared/windows beside the checkout, which is unpacked into FOLDER.
set -euo pipefail
into=$(realpath -m "$1")
house=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
holds_qt() { [ -e "$1/lib/cmake/Qt6/Qt6Config.cmake" ]; }

for folder in "${KEYWRIGHT_WINDOWS_SET:-}" "$house/build/windows-set" "$into/mingw-w64"; do
    if [ -n "$folder" ] && holds_qt "$folder"; then
        echo "$folder"
        exit
    fi
done
for archive in "$house"/../shared/windows/mingw-w64-qt*.tar.xz; do
    [ -e "$archive" ] || continue
    mkdir -p "$into"
    tar -xf "$archive" -C "$into"
    holds_qt "$into/mingw-w64"
    echo "$into/mingw-w64"
    exit
done
exit 1
