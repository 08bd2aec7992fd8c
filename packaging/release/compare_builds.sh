#!/bin/bash
# compare_builds.sh [--ccache]: builds what is committed twice, in two folders of different names and at different
# times, and compares the .deb files and the portable archive bit for bit. Wants patchelf; takes two whole builds, or one
# and a little with --ccache, with which the first of them may use what was compiled before, elsewhere.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# build_in FOLDER ZONE [--ccache]: in another folder, in another time zone; the packages lie in its dist/ afterwards.
build_in() {
    local folder=$work/$1
    git clone -q . "$folder"
    (
        umask 022 # as release.sh has it; CPack writes it into the .deb
        cd "$folder"
        export TZ=$2
        [ "${3:-}" = --ccache ] || export CCACHE_DISABLE=1
        cmake --preset package >/dev/null
        cmake --build --preset package
        (cd build/package && cpack -G DEB >/dev/null 2>&1)
        packaging/linux/make_portable.sh build/package dist/keywright-linux.tar.xz
        rm -rf dist/_CPack_Packages
    )
}
build_in here UTC "${1:-}"
build_in another-folder-with-a-longer-name Asia/Tokyo

different=0
for first in "$work"/here/dist/*; do
    second="$work/another-folder-with-a-longer-name/dist/${first##*/}"
    if cmp "$first" "$second"; then
        echo "the same: ${first##*/}, $(sha256sum <"$first" | cut -d' ' -f1)"
    else
        different=$((different + 1))
    fi
done
[ "$different" = 0 ]
