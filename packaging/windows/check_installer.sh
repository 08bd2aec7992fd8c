#!/bin/bash
# check_installer.sh NEW.exe OLD.exe: in a fresh Windows under Wine it installs OLD silently, uses it, upgrades it to NEW
# with its data intact, refuses to while Keywright runs, and uninstalls it; then the same for the whole machine. Wants wine,
# xdotool, and an X server ($DISPLAY).
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: check_installer.sh NEW.exe OLD.exe" >&2; exit 2; }
new=$(realpath "$1")
old=$(realpath "$2")
# shellcheck source=packaging/windows/wine.sh
. "$(dirname "${BASH_SOURCE[0]}")/wine.sh"
die() { echo "$*" >&2; exit 1; }

fresh_windows
trap drop_windows EXIT
entry='Software\Microsoft\Windows\CurrentVersion\Uninstall\Keywright'
mark="HKCU\\$entry"
at="$local_appdata/Programs/Keywright"
cli() { wine "$at/keywright-cli.exe" "$@" </dev/stdin; }

title "installed, for this user alone"
wine "$old" /S /PATH >/dev/null 2>&1 </dev/null
[ -e "$at/keywright.exe" ] || die "nothing was installed"
registry "$mark" | grep -E 'DisplayVersion|EstimatedSize'
before=$(registry "$mark" | sed -n 's/.*DisplayVersion *REG_SZ *//p')
registry 'HKCU\Software\Classes\.keyring' | grep -q 'Keywright.Keyring' || die "no file type"
registry 'HKCU\Software\Classes\Keywright.Keyring\shell\open\command' | grep -q 'keywright.exe' || die "no command to open"
registry 'HKCU\Environment' | grep -q 'Programs\\Keywright' || die "not on the PATH"
find "$WINEPREFIX" -name Keywright.lnk | grep -q . || die "no start-menu entry"

title "used"
cli --version
cli init --policy standard </dev/null
token=$(cli create --name "Before the upgrade" 2>/dev/null </dev/null)
cli verify <<<"$token"
[ -e "$local_appdata/keywright/default.keyring" ] || die "the keyring is not below %LOCALAPPDATA%"

title "refused while it runs"
QT_QPA_PLATFORM= wine "$at/keywright.exe" >/dev/null 2>&1 </dev/null &
window=$!
for _ in $(seq 100); do
    xdotool search --onlyvisible --name Keywright >/dev/null 2>&1 && break
    sleep 0.2
done
sleep 2
code=0
wine "$new" /S >/dev/null 2>&1 </dev/null || code=$?
[ "$code" = 3 ] || die "the installer over a running program ended with $code"
[ "$(registry "$mark" | sed -n 's/.*DisplayVersion *REG_SZ *//p')" = "$before" ] || die "something was changed"
kill "$window"
wait "$window" || true
sleep 1

title "upgraded in place"
wine "$new" /S >/dev/null 2>&1 </dev/null
after=$(registry "$mark" | sed -n 's/.*DisplayVersion *REG_SZ *//p')
echo "$before -> $after"
[ "$before" != "$after" ] || die "not upgraded"
cli verify <<<"$token"
cli activity verify </dev/null

title "uninstalled: nothing stays but the user's keyring"
cp "$at/uninstall.exe" "$wine_folder/uninstall.exe"
wine "$wine_folder/uninstall.exe" /S "_?=$(winepath -w "$at")" >/dev/null 2>&1 </dev/null
[ ! -e "$at" ] || { find "$at" >&2; die "files stayed"; }
registry "$mark" && die "the uninstaller's entry stayed"
registry 'HKCU\Software\Classes\Keywright.Keyring' && die "the file type stayed"
registry 'HKCU\Environment' | grep -i keywright && die "the PATH stayed"
find "$WINEPREFIX" -name Keywright.lnk | grep . && die "the start-menu entry stayed"
[ -e "$local_appdata/keywright/default.keyring" ] || die "the keyring is gone"

title "for the whole machine, on request"
at="$WINEPREFIX/drive_c/Program Files/Keywright"
wine "$new" /S /ALLUSERS >/dev/null 2>&1 </dev/null
[ -e "$at/keywright.exe" ] || die "nothing was installed"
registry "HKLM\\$entry" | grep 'QuietUninstallString.*/ALLUSERS' || die "the uninstaller would look elsewhere"
registry 'HKLM\Software\Classes\.keyring' | grep -q 'Keywright.Keyring' || die "no file type"
registry "$mark" && die "for this user, too"
find "$WINEPREFIX/drive_c/ProgramData" -name Keywright.lnk | grep -q . || die "no start-menu entry for all"
cli verify <<<"$token"
# As Windows calls it: it goes on by itself, from a copy.
wine "$at/uninstall.exe" /S /ALLUSERS >/dev/null 2>&1 </dev/null
for _ in $(seq 150); do
    [ -e "$at" ] || break
    sleep 0.2
done
[ ! -e "$at" ] || { find "$at" >&2; die "files stayed"; }
registry "HKLM\\$entry" && die "the uninstaller's entry stayed"
registry 'HKLM\Software\Classes\Keywright.Keyring' && die "the file type stayed"
find "$WINEPREFIX" -name Keywright.lnk | grep . && die "the start-menu entry stayed"
echo "Installed, used, upgraded and uninstalled."
