#!/bin/bash
# check_package.sh BUILD: makes the Debian package of BUILD, and shows that it can be installed and starts.
set -euo pipefail
build=$1
rm -rf dist
(cd "$build" && cpack -G DEB >/dev/null 2>&1)
package=$(ls dist/*.deb)
echo "$package: $(dpkg-deb -f "$package" Depends)"

lintian --fail-on error,warning "$package"
# Everything it depends on is to be had: nothing is installed, only asked for.
if [ "$(id -u)" = 0 ]; then
    apt-get install --simulate -qq "./$package" >/dev/null
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
dpkg-deb -x "$package" "$root"
mkdir -m 700 "$root/home"
# run COMMAND...: from the unpacked package, with a home folder of its own.
run() { env -u DISPLAY -u WAYLAND_DISPLAY HOME="$root/home" QT_QPA_PLATFORM=offscreen "$@"; }

[ "$(run "$root/usr/bin/keywright-cli" --version)" = "$(run "$root/usr/bin/keywright" --version | sed 's/^Keywright/keywright-cli/')" ]
run "$root/usr/bin/keywright-cli" init --policy standard
token=$(run "$root/usr/bin/keywright-cli" create --name "From the package" 2>/dev/null)
run "$root/usr/bin/keywright-cli" verify <<<"$token"

# The window is still there after three seconds: it was shown and did not fall over.
code=0
run timeout 3 "$root/usr/bin/keywright" || code=$?
[ "$code" = 124 ] || { echo "the window ended by itself with $code" >&2; exit 1; }

desktop-file-validate "$root"/usr/share/applications/*.desktop
appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml
update-mime-database "$root/usr/share/mime"
grep -q 'application/x-keywright-keyring' "$root/usr/share/mime/globs"
man --warnings -l "$root"/usr/share/man/man1/keywright-cli.1* >/dev/null
for needed in bin/keywright share/man/man1/keywright.1.gz share/bash-completion/completions/keywright-cli \
    share/zsh/vendor-completions/_keywright-cli share/fish/vendor_completions.d/keywright-cli.fish \
    share/icons/hicolor/scalable/apps/keywright.svg; do
    [ -e "$root/usr/$needed" ] || { echo "the package lacks /usr/$needed" >&2; exit 1; }
done
echo "The package installs and starts."
