#!/bin/bash
# follow_dark.sh KEYWRIGHT.exe KEYRING SHOT.png: under Wine, the window starts light or dark as Windows is, and follows when
# that changes. A picture of the dark window goes to SHOT.png.
set -euo pipefail
window=$1
keyring=$2
shot=$3
die() {
    echo "$*" >&2
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the settings of Windows do after a change: they tell every window.
cat >"$work/tell.c" <<'END'
#include <windows.h>
int main(void) {
    DWORD_PTR answer;
    return !SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, (LPARAM)L"ImmersiveColorSet", SMTO_ABORTIFHUNG, 2000, &answer);
}
END
x86_64-w64-mingw32-gcc-posix -o "$work/tell.exe" "$work/tell.c"
make_windows() { # dark|light
    local light=0
    [ "$1" = dark ] || light=1
    wine reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize' /v AppsUseLightTheme /t REG_DWORD /d $light /f >/dev/null 2>&1 </dev/null
    wine "$work/tell.exe" >/dev/null 2>&1 </dev/null || true
}
seen() { xdotool search --onlyvisible --name Keywright 2>/dev/null | head -1; }
is() { # dark|light
    local id percent
    id=$(seen) || return
    [ -n "$id" ] || return
    percent=$(import -window "$id" png:- | convert - -colorspace Gray -scale 1x1 -format '%[fx:int(100*u)]' info:)
    if [ "$1" = dark ]; then [ "$percent" -lt 35 ]; else [ "$percent" -gt 80 ]; fi
}
until_it_is() {
    for _ in $(seq 100); do
        is "$1" && return
        sleep 0.2
    done
    import -window root "${shot%.png}-failed.png" || true
    die "never became $1"
}

make_windows dark
wine "$window" "$keyring" >/dev/null 2>&1 </dev/null &
until_it_is dark
import -window root "$shot"
make_windows light
until_it_is light
make_windows dark
until_it_is dark
make_windows light
xdotool windowactivate --sync "$(seen)" key ctrl+q
wait
