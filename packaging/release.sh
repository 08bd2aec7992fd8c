#!/bin/bash
# release.sh: makes a release of what is checked out, in dist/: the Debian and RPM packages, the portable archive, the
# Windows installer, a bill of materials and the sums of them all; then installs, uses, upgrades and removes each.
# What can't be made on this machine is left out and named at the end. The same commit gives the same .deb and archive.
#   packaging/release.sh --check       only says whether a release may be made
#   packaging/release.sh --unproved    without installing what was made
# Refuses unless the version, CHANGELOG.md, the metainfo and the tag agree, and nothing is changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/linux/packages.sh
. packaging/linux/packages.sh
# shellcheck source=packaging/release/agreement.sh
. packaging/release/agreement.sh

check_only=no prove=yes
for argument in "$@"; do
    case $argument in
    --check) check_only=yes ;;
    --unproved) prove=no ;;
    *) die "Unknown argument $argument. Usage: packaging/release.sh [--check|--unproved]" ;;
    esac
done

version=$(release_version)
against=$(objections)
[ -z "$against" ] || die "No release of Keywright $version:
$against"
echo "Keywright $version may be released."
[ "$check_only" = no ] || exit 0

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC
umask 022
left_out=()

install_missing release
rm -rf dist
mkdir dist
say "the programs for Linux"
cmake --preset package >/dev/null
cmake --build --preset package
say "Debian packages"
(cd build/package && cpack -G DEB >/dev/null 2>&1)
say "RPM packages"
(cd build/package && cpack -G RPM >/dev/null 2>&1)
say "the portable archive"
packaging/linux/make_portable.sh build/package "dist/keywright-$version-linux-$(uname -m).tar.xz"
if find_windows_set; then
    say "the Windows installer"
    cmake --preset windows >/dev/null
    cmake --build --preset windows --target keywright keywright-cli
    packaging/windows/make_installer.sh build/windows "dist/keywright-$version-windows-x86_64.exe"
else
    left_out+=("the Windows installer: $no_windows_set")
fi
left_out+=("macOS: made on a Mac, by .github/workflows/release.yml" "Flatpak: made by flatpak-builder, from packaging/flatpak")
rm -rf dist/_CPack_Packages

say "bill of materials and sums"
packaging/release/bill_of_materials.py dist "dist/keywright-$version.cdx.json"
# What windows ask for whose users want to know of newer versions (KEYWRIGHT_LATEST_URL).
printf '{"version": "%s"}\n' "$version" >dist/latest.json
(cd dist && sha256sum -- * >SHA256SUMS && cat SHA256SUMS)
if [ "$prove" = yes ]; then
    say "each is installed, used, upgraded and removed"
    packaging/release/prove.sh dist
fi
say "in dist/"
(cd dist && stat -c '%10s  %n' -- *)
printf 'Not made here: %s\n' "${left_out[@]}"
