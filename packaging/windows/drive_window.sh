#!/bin/bash
# drive_window.sh KEYWRIGHT.exe CLI.exe: the window's main job by its keyboard, under Wine, on the keyring $KEYRING; each
# step is believed when the command line sees it in the file. A picture of the list goes to $SHOT.
set -euo pipefail
window=$1
cli=$2
die() {
    echo "$*" >&2
    import -window root "${SHOT%.png}-failed.png" || true
    exit 1
}
until_true() { # WHAT COMMAND...
    local what=$1
    shift
    for _ in $(seq 150); do
        "$@" && return
        sleep 0.2
    done
    die "never came: $what"
}
listed() { wine "$cli" --keyring "$KEYRING" list --json </dev/null 2>/dev/null; }
has_title() { xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; }

wine "$window" "$KEYRING" >/dev/null 2>&1 </dev/null &
process=$!
until_true "the window" has_title Keywright
sleep 2
xdotool key ctrl+n
sleep 1
xdotool type --delay 40 "From Wine"
xdotool key Return
created() { listed | grep -q '"From Wine"'; }
until_true "the key in the file" created
sleep 1
xdotool key alt+c
copied() { xclip -selection clipboard -o 2>/dev/null | grep -qE '^kw_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$'; }
until_true "the key on the clipboard" copied
[ "$(xclip -selection clipboard -o | wc -c)" = 50 ] || die "the copy is not the key alone"
import -window root "${SHOT%.png}-reveal.png"
xclip -selection clipboard -o | timeout 60 wine "$cli" --keyring "$KEYRING" verify >/dev/null || die "the copied key is not valid"
xdotool key Escape
sleep 1
import -window root "$SHOT"
xdotool key ctrl+f
sleep 1
xdotool key Down
sleep 1
xdotool key Delete
sleep 1
import -window root "${SHOT%.png}-revoke.png"
xdotool key alt+r
revoked() { wine "$cli" --keyring "$KEYRING" list </dev/null 2>/dev/null | grep -q revoked; }
until_true "the key revoked" revoked
xdotool key ctrl+q
for _ in $(seq 50); do
    kill -0 $process 2>/dev/null || exit 0
    sleep 0.2
done
kill $process
die "the window did not quit"
