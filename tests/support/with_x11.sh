#!/bin/bash
# with_x11.sh COMMAND...: runs COMMAND in an X server, session bus and window manager of its own, with a home folder of
# its own, and ends only what it started. Size: SCREEN=1280x900x24.
set -u
dir=$(mktemp -d)
server=
finish() {
    [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
    rm -rf "$dir"
}
trap finish EXIT

# Waits up to ten seconds for a condition.
until_true() {
    for _ in $(seq 200); do
        "$@" && return
        sleep 0.05
    done
    return 1
}

Xvfb -displayfd 5 -screen 0 "${SCREEN:-1280x900x24}" -nolisten tcp -noreset 5>"$dir/display" >"$dir/xvfb.log" 2>&1 &
server=$!
until_true test -s "$dir/display" || { cat "$dir/xvfb.log" >&2; exit 1; }

DISPLAY=":$(cat "$dir/display")"
mkdir -m 700 "$dir/home" "$dir/run"
export DISPLAY HOME="$dir/home" XDG_RUNTIME_DIR="$dir/run" QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY

# Tests of focus need a window manager that is ready.
dbus-run-session -- bash -c '
    openbox >/dev/null 2>&1 &
    manager=$!
    for _ in $(seq 200); do
        xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
        sleep 0.05
    done
    "$@"
    code=$?
    kill "$manager" 2>/dev/null
    exit "$code"' with_x11 "$@"
