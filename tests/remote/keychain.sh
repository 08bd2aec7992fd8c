#!/bin/sh
# keychain.sh PROGRAM: runs it on a session bus of its own with a real gnome-keyring-daemon whose keychain is unlocked.
# Exit 77, with the reason: something is missing here.
command -v dbus-run-session >/dev/null || { echo "Skipped: dbus-run-session is not installed"; exit 77; }
command -v gnome-keyring-daemon >/dev/null || { echo "Skipped: gnome-keyring-daemon is not installed"; exit 77; }
home=$(mktemp -d) || exit 1
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data"
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME"
dbus-run-session -- sh -c '
    printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1
    "$1"
    code=$?
    exit $code' sh "$1"
