#!/bin/bash
# prove.sh DIST: installs, uses, upgrades and removes each package of DIST in systems made for that and thrown away. The
# older version that is upgraded from is the same build under an older number. What this machine can't try is named.
# Wants root, mmdebstrap and a Debian mirror for the Linux packages, Wine for the Windows installer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dist=$(realpath "$1")
old=$(mktemp -d)
trap 'rm -rf "$old"' EXIT
have() { command -v "$1" >/dev/null; }
untried() { printf 'Not tried here: %s\n' "$1" >&2; }
on_x11() { tests/support/with_x11.sh env -u QT_QPA_PLATFORM "$@"; }
older() { (cd build/package && cpack -G "$1" -R 0.0.1 -B "$old/$1" >/dev/null 2>&1); }

if [ "$(id -u)" != 0 ] || ! have mmdebstrap; then
    untried "the Linux packages (wants root and mmdebstrap)"
else
    older DEB
    packaging/linux/check_installed.sh "$dist" "$old/DEB"
    if compgen -G "$dist/*.rpm" >/dev/null; then
        older RPM
        packaging/linux/check_rpm.sh "$dist" "$old/RPM"
    fi
    for archive in "$dist"/*-linux-*.tar.xz; do
        [ -e "$archive" ] || continue
        on_x11 packaging/linux/check_portable.sh "$archive" bookworm
        on_x11 packaging/linux/check_portable.sh "$archive" trixie
    done
fi
for installer in "$dist"/*-windows-*.exe; do
    [ -e "$installer" ] || continue
    if ! have wine; then
        untried "the Windows installer (wants wine)"
        continue
    fi
    packaging/windows/make_installer.sh build/windows "$old/old.exe" 0.0.1 >/dev/null
    on_x11 packaging/windows/check_installer.sh "$installer" "$old/old.exe"
done
