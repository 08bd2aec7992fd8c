#!/bin/bash
# find_set.sh [FOLDER]: prints the folder with Qt, SQLite and OpenSSL for Windows, as toolchain.cmake wants it, and fails if
# there is none. Looked for: $KEYWRIGHT_WINDOWS_SET, and nothing else where that is set; what build-dependencies.sh made in
# build/windows-set; and, where FOLDER is given, an archive mingw-w64-qt*.tar.xz in shared/windows beside the checkout, which
# is unpacked into FOLDER.
set -euo pipefail
house=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
holds_qt() { [ -e "$1/lib/cmake/Qt6/Qt6Config.cmake" ]; }

if [ -n "${KEYWRIGHT_WINDOWS_SET:-}" ]; then
    holds_qt "$KEYWRIGHT_WINDOWS_SET" || { echo "KEYWRIGHT_WINDOWS_SET ($KEYWRIGHT_WINDOWS_SET) holds no Qt for Windows." >&2; exit 1; }
    echo "$KEYWRIGHT_WINDOWS_SET"
    exit
fi
if holds_qt "$house/build/windows-set"; then
    echo "$house/build/windows-set"
    exit
fi
[ $# -gt 0 ] || exit 1
into=$(realpath -m "$1")
if holds_qt "$into/mingw-w64"; then
    echo "$into/mingw-w64"
    exit
fi
for archive in "$house"/../shared/windows/mingw-w64-qt*.tar.xz; do
    [ -e "$archive" ] || continue
    mkdir -p "$into"
    tar -xf "$archive" -C "$into"
    holds_qt "$into/mingw-w64"
    echo "$into/mingw-w64"
    exit
done
exit 1
