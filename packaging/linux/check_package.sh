#!/bin/bash
# check_package.sh BUILD: makes the Debian packages of BUILD, and shows that they can be installed and start.
set -euo pipefail
[ $# -ge 1 ] || { echo "Usage: check_package.sh BUILD" >&2; exit 2; }
build=$1
rm -f dist/*.deb
(cd "$build" && cpack -G DEB >/dev/null 2>&1)
packages=(dist/keywright_*.deb dist/keywright-cli_*.deb dist/keywrightd_*.deb)
for package in "${packages[@]}"; do
    echo "$package, $(($(stat -c %s "$package") / 1024)) kB: $(dpkg-deb -f "$package" Depends)"
done

lintian --fail-on error,warning "${packages[@]}"
# Everything they depend on is to be had: nothing is installed, only asked for.
if [ "$(id -u)" = 0 ]; then
    apt-get install --simulate -qq "${packages[@]/#/./}" >/dev/null
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
for package in "${packages[@]}"; do dpkg-deb -x "$package" "$root"; done
mkdir -m 700 "$root/home"
# run COMMAND...: from the unpacked package, with a home folder of its own.
run() { env -u DISPLAY -u WAYLAND_DISPLAY HOME="$root/home" QT_QPA_PLATFORM=offscreen "$@"; }

[ "$(run "$root/usr/bin/keywright-cli" --version)" = "$(run "$root/usr/bin/keywright" --version | sed 's/^Keywright/keywright-cli/')" ]
run "$root/usr/bin/keywright-cli" init --policy standard
token=$(run "$root/usr/bin/keywright-cli" create --name "From the package" 2>/dev/null)
run "$root/usr/bin/keywright-cli" verify <<<"$token"

# The server makes a keyring, serves it, answers, and stops when it is told to.
admin=$(run "$root/usr/bin/keywrightd" init --keyring "$root/home/team.keyring" 2>/dev/null)
HOME="$root/home" "$root/usr/bin/keywrightd" --keyring "$root/home/team.keyring" --listen 127.0.0.1:0 2>"$root/log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$root"' EXIT
for _ in $(seq 100); do grep -q listening "$root/log" && break; sleep 0.1; done
url=$(sed -n 's/.*"\(http:[^"]*\)".*/\1/p' "$root/log")
python3 -c '
import sys, urllib.request
ask = urllib.request.Request(sys.argv[1] + "/v1/keys", headers={"Authorization": "Bearer " + sys.stdin.read().strip()})
assert urllib.request.urlopen(ask).read().strip() == b"[]"
' "$url" <<<"$admin"
kill "$server"
wait "$server"

# The window is still there after three seconds: it was shown and did not fall over.
code=0
run timeout 3 "$root/usr/bin/keywright" || code=$?
[ "$code" = 124 ] || { echo "the window ended by itself with $code" >&2; exit 1; }

desktop-file-validate "$root"/usr/share/applications/*.desktop
appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml
update-mime-database "$root/usr/share/mime"
grep -q 'application/x-keywright-keyring' "$root/usr/share/mime/globs"
man --warnings -l "$root"/usr/share/man/man1/keywright-cli.1* "$root"/usr/share/man/man1/keywrightd.1* >/dev/null
for needed in bin/keywright bin/keywrightd lib/sysusers.d/keywrightd.conf share/doc/keywrightd/examples/nginx/keywright_auth.conf share/man/man1/keywrightd.1.gz lib/systemd/system/keywrightd.service share/man/man1/keywright.1.gz share/bash-completion/completions/keywright-cli \
    share/zsh/vendor-completions/_keywright-cli share/fish/vendor_completions.d/keywright-cli.fish \
    share/icons/hicolor/scalable/apps/keywright.svg; do
    [ -e "$root/usr/$needed" ] || { echo "the packages lack /usr/$needed" >&2; exit 1; }
done
echo "The packages install and start."
