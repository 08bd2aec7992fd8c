#!/bin/bash
# find_set.sh: prints the folder with Qt, SQLite and OpenSSL for Windows, as toolchain.cmake wants it. Exits with 1 if there is
# none, with 2 if what there is can't be used. Looked for: $KEYWRIGHT_WINDOWS_SET, and nothing else where that is set; what
# build-dependencies.sh made in build/windows-set; and an archive mingw-w64-qt*.tar.xz in shared/windows beside the checkout,
# which is unpacked into build/set.
set -euo pipefail
house=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
holds_qt() { [ -e "$1/lib/cmake/Qt6/Qt6Config.cmake" ]; }

use() {
    holds_qt "$1" || { echo "$1 holds no Qt for Windows." >&2; exit 2; }
    echo "$1"
    exit
}

if [ -n "${KEYWRIGHT_WINDOWS_SET:-}" ]; then
    use "$KEYWRIGHT_WINDOWS_SET"
elif holds_qt "$house/build/windows-set"; then
    use "$house/build/windows-set"
elif holds_qt "$house/build/set/mingw-w64"; then
    use "$house/build/set/mingw-w64"
fi
for archive in "$house"/../shared/windows/mingw-w64-qt*.tar.xz; do
    [ -e "$archive" ] || continue
    mkdir -p "$house/build/set"
    tar -xf "$archive" -C "$house/build/set" || exit 2
    use "$house/build/set/mingw-w64"
done
exit 1
