#!/bin/bash
# check_installed.sh NEW OLD [SUITE]: in a fresh, minimal Debian (bookworm) it installs the .deb files of the folder OLD,
# uses the programs as a person and as a service do, upgrades them under a running server to those of NEW, finds the
# data as it was, then removes and purges them and looks for what stayed. Wants root, mmdebstrap and a Debian mirror.
#   KEYWRIGHT_ROOT_TARBALL=FILE    a root made before, so that nothing is fetched but the dependencies
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: check_installed.sh NEW OLD [SUITE]" >&2; exit 2; }
new=$(realpath "$1")
old=$(realpath "$2")
suite=${3:-bookworm}
# shellcheck source=packaging/linux/clean_root.sh
. "$(dirname "${BASH_SOURCE[0]}")/clean_root.sh"
# shellcheck source=packaging/linux/bad_cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/bad_cases.sh"

make_root "$suite" systemd-standalone-sysusers
trap 'stop_server; stop_window; drop_root' EXIT

server=
window=
# Without a display server of its own, as the user ann; goes on until it is stopped.
start_window() {
    instead_inside runuser -u ann -- env HOME=/home/ann QT_QPA_PLATFORM=offscreen keywright 2>/dev/null &
    window=$!
    sleep 3
    kill -0 "$window"
}
stop_window() {
    [ -z "$window" ] || { kill "$window" && wait "$window"; } 2>/dev/null || true
    window=
}
stop_server() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    server=
}
# Started as the unit starts it: its user, its command.
start_server() {
    : >"$root/tmp/log"
    instead_inside setpriv --reuid keywright --regid keywright --init-groups \
        "$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/keywrightd.service")" 2>"$root/tmp/log" &
    server=$!
    for _ in $(seq 100); do
        grep -q listening "$root/tmp/log" && break
        sleep 0.1
    done
    grep -q listening "$root/tmp/log" || { cat "$root/tmp/log" >&2; exit 1; }
}
install_from() {
    local -a files
    rm -rf "$root/packages"
    mkdir "$root/packages"
    cp "$1"/keywright_*.deb "$1"/keywright-cli_*.deb "$1"/keywrightd_*.deb "$root/packages/"
    files=("$root"/packages/*.deb)
    inside apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 \
        -o Dpkg::Options::=--force-confold "${files[@]#"$root"}" >/dev/null 2>"$root/tmp/apt" || { cat "$root/tmp/apt" >&2; exit 1; }
    rm -r "$root/packages"
}
version_of() { inside dpkg-query -W -f '${Version}' "$1"; }
as_ann() { inside runuser -u ann -- env HOME=/home/ann "$@"; }
# What lies in the root, but for what other packages keep for themselves.
everything() {
    (cd "$root" && find etc opt srv usr/bin usr/lib/systemd usr/lib/sysusers.d usr/share/doc usr/share/applications usr/share/man \
        usr/share/metainfo usr/share/mime usr/share/icons usr/share/bash-completion usr/share/zsh usr/share/fish \
        var/lib/keywright home 2>/dev/null | LC_ALL=C sort)
}

title "a server's dependencies and the packages of the older version"
inside useradd -m ann
install_from "$old"
before=$(version_of keywright)
inside keywright-cli --version
inside keywright --version
as_ann keywright-cli init --policy standard 2>/dev/null
token=$(as_ann keywright-cli create --name "Before the upgrade" 2>/dev/null)
as_ann keywright-cli verify <<<"$token"
[ "$(stat -c %a:%U "$root/var/lib/keywright")" = "700:$(stat -c %U "$root/var/lib/keywright")" ]
admin=$(inside runuser -u keywright -- keywrightd init 2>/dev/null)
start_server
ask() { # ask PATH: what the server in the root answers the admin
    python3 -c '
import sys, urllib.request
ask = urllib.request.Request("http://127.0.0.1:8787" + sys.argv[1], headers={"Authorization": "Bearer " + sys.stdin.read().strip()})
print(urllib.request.urlopen(ask).read().decode())' "$1" <<<"$admin"
}
[ "$(ask /v1/keys)" = "[]" ]
sed -i "s/^log = .*/log = \"all\"/" "$root/etc/keywright/keywrightd.toml"

title "the window of the older version starts without a display server of its own, and stays"
start_window
# With no display at all it says so, and ends.
code=0
as_ann timeout 20 keywright 2>"$root/tmp/no-display" || code=$?
[ "$code" != 0 ] && [ "$code" != 124 ] && [ -s "$root/tmp/no-display" ]

title "upgraded while the server and the window run"
install_from "$new"
kill -0 "$window" # the one that runs goes on
stop_window
after=$(version_of keywright)
echo "$before -> $after"
dpkg --compare-versions "$before" lt "$after"
[ "$(ask /v1/keys)" = "[]" ] # the one that runs goes on
stop_server
start_server
[ "$(ask /v1/keys)" = "[]" ]
grep -q '^log = "all"' "$root/etc/keywright/keywrightd.toml" || { echo "the configuration was overwritten" >&2; exit 1; }
as_ann keywright-cli verify <<<"$token"
as_ann keywright-cli list | grep -q "Before the upgrade"
as_ann keywright-cli activity verify
stop_server

check_bad_cases

title "removed: the user's files stay, purged: nothing else does"
inside apt-get remove -y -qq keywright keywright-cli keywrightd >/dev/null 2>&1
[ -e "$root/etc/keywright/keywrightd.toml" ]
[ -e "$root/var/lib/keywright/default.keyring" ]
inside dpkg --purge keywright keywright-cli keywrightd >/dev/null 2>&1
left=$(everything | grep -i keywright | grep -v -e '^home/ann/' -e '^var/lib/keywright' || true)
[ -z "$left" ] || { printf 'left behind:\n%s\n' "$left" >&2; exit 1; }
[ -e "$root/var/lib/keywright/default.keyring" ]
[ -e "$root/home/ann/.local/share/keywright/default.keyring" ]
rm -r "$root/var/lib/keywright"

title "installed again over the data that was kept"
install_from "$new"
as_ann keywright-cli verify <<<"$token"
echo "Installed, used, upgraded, removed and purged in $suite."
