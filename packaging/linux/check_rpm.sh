#!/bin/bash
# check_rpm.sh NEW OLD: lints the .rpm files of the folder NEW, then installs those of OLD by rpm in a fresh, minimal
# Debian (the libraries come from its own packages, so rpm is told not to ask for them), uses them, upgrades them to
# NEW with data and configuration intact, and removes them. Wants root, mmdebstrap, rpm, rpmlint and a Debian mirror.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: check_rpm.sh NEW OLD" >&2; exit 2; }
new=$(realpath "$1")
old=$(realpath "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/linux/clean_root.sh
. "$here/clean_root.sh"

title "rpmlint"
rpmlint --config "$here/rpm/rpmlint.toml" "$new"/keywright*.rpm

# Every library that the packages ask for is one that this root has: by its soname, which other systems share.
libraries=(libqt6widgets6 libqt6sql6 libqt6network6 libqt6concurrent6 libqt6keychain1 libsqlite3-0 libssl3)
make_root bookworm systemd-standalone-sysusers rpm "${libraries[@]}"
trap drop_root EXIT
take() { # take FOLDER: installs or upgrades
    rm -rf "$root/packages"
    mkdir "$root/packages"
    cp "$1"/keywright{,-cli,d}-[0-9]*.rpm "$root/packages/"
    inside sh -c 'rpm -U --nodeps --nosignature /packages/*.rpm'
    rm -r "$root/packages"
}
version_of() { inside rpm -q --qf '%{VERSION}' keywright; }
as_ann() { inside runuser -u ann -- env HOME=/home/ann "$@"; }

title "installed and used"
inside useradd -m ann
take "$old"
before=$(version_of)
inside rpm -qa --requires | sed -n 's/^\(lib[^(]*\.so[^(]*\)(.*/\1/p' | sort -u | while read -r library; do
    inside sh -c "ldconfig -p | grep -qF '$library '" || { echo "$library is asked for and is not there" >&2; exit 1; }
done
for program in keywright keywright-cli keywrightd; do inside "$program" --version; done
# As packed, but for the folder that the service's user owns.
inside rpm -V --nodeps keywright keywright-cli keywrightd
[ -e "$root/usr/share/zsh/site-functions/_keywright-cli" ]
as_ann keywright-cli init --policy standard 2>/dev/null
token=$(as_ann keywright-cli create --name "Before the upgrade" 2>/dev/null)
inside runuser -u keywright -- keywrightd init >/dev/null 2>&1
[ "$(stat -c %a "$root/var/lib/keywright")" = 700 ]
sed -i 's/^log = .*/log = "all"/' "$root/etc/keywright/keywrightd.toml"

title "upgraded"
take "$new"
after=$(version_of)
echo "$before -> $after"
[ "$before" != "$after" ]
as_ann keywright-cli verify <<<"$token"
as_ann keywright-cli activity verify
grep -q '^log = "all"' "$root/etc/keywright/keywrightd.toml" || { echo "the configuration was overwritten" >&2; exit 1; }

title "removed: nothing stays but the keyrings and the configuration that was changed"
inside rpm -e keywright keywright-cli keywrightd
left=$(cd "$root" && find etc opt usr var/lib/keywright -iname '*keywright*' | LC_ALL=C sort)
wanted=$'etc/keywright\netc/keywright/keywrightd.toml.rpmsave\nvar/lib/keywright'
[ "$(grep -v '^var/lib/keywright/' <<<"$left")" = "$wanted" ] || { printf 'left behind:\n%s\n' "$left" >&2; exit 1; }
[ -e "$root/var/lib/keywright/default.keyring" ]
[ -e "$root/home/ann/.local/share/keywright/default.keyring" ]
echo "Linted, installed, used, upgraded and removed by rpm."
