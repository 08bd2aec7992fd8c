#!/bin/bash
# check_portable.sh KEYWRIGHT.tar.xz SUITE: unpacks the portable archive in a fresh, minimal Debian that has X libraries
# and no Qt, and uses it there, the window on a real X server. Wants root, mmdebstrap, Xvfb.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: check_portable.sh KEYWRIGHT.tar.xz SUITE" >&2; exit 2; }
archive=$(realpath "$1")
suite=$2
# shellcheck source=packaging/linux/clean_root.sh
. "$(dirname "${BASH_SOURCE[0]}")/clean_root.sh"
x_libraries=(libx11-6 libx11-xcb1 libxcb1 libfontconfig1 libfreetype6 libgl1 libegl1 libopengl0 libdbus-1-3 libstdc++6 fonts-dejavu-core)
make_root "$suite" "${x_libraries[@]}"
trap drop_root EXIT
! inside sh -c 'ls /usr/lib/*/libQt6*' >/dev/null 2>&1 || { echo "there is a Qt in there" >&2; exit 1; }
tar -xf "$archive" -C "$root/opt"
at=/opt/$(ls "$root/opt")
missing=$(inside sh -c "find $at -name '*.so*' -type f -o -path '*/bin/keywright*' -type f | xargs ldd 2>/dev/null | grep 'not found' | sort -u" || true)
[ -z "$missing" ] || { printf 'wanted and not there:\n%s\n' "$missing" >&2; exit 1; }
inside useradd -m ann
as_ann() { inside runuser -u ann -- env HOME=/home/ann "$@"; }
as_ann "$at/bin/keywright-cli" init --policy standard
token=$(as_ann "$at/bin/keywright-cli" create --name Portable)
as_ann "$at/bin/keywright-cli" verify <<<"$token"
title "the window, on an X server of this machine"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
code=0
as_ann env DISPLAY="${DISPLAY:?no X server}" timeout 8 "$at/bin/keywright" 2>"$root/tmp/said" || code=$?
umount "$root/tmp/.X11-unix"
[ "$code" = 124 ] || { cat "$root/tmp/said" >&2; echo "the window ended with $code" >&2; exit 1; }
echo "Runs in $suite without a Qt of its own."
