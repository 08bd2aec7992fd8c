# shellcheck shell=bash
# A fresh Windows under Wine, to run programs in and to throw away. Sourced.

title() { printf '\n-- %s\n' "$*"; }

wine_settings() { # PREFIX
    export WINEPREFIX=$1 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
}

# wine_runs: whether Wine can start a program at all; some systems that build don't let it.
wine_runs() (
    wine_settings "$(mktemp -d)"
    trap 'wineserver -k >/dev/null 2>&1 || true; rm -rf "$WINEPREFIX"' EXIT
    timeout 120 wine cmd.exe /c exit >/dev/null 2>&1 </dev/null
)

# fresh_windows: makes $WINEPREFIX; its server and its desktop stay up, so that a start is quick and nothing that
# starts later holds on to somebody's pipe.
fresh_windows() {
    wine_folder=$(mktemp -d)
    wine_settings "$wine_folder/prefix"
    title "a fresh Windows under $(wine --version 2>/dev/null)"
    wineboot --init >/dev/null 2>&1 </dev/null
    # A shell that waits for words which never come: while it does, nothing of Windows is shut down and started again.
    mkfifo "$wine_folder/silence"
    wine cmd.exe <>"$wine_folder/silence" >/dev/null 2>&1 &
    local_appdata=$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local
}
drop_windows() {
    wineserver -k >/dev/null 2>&1 || true
    wineserver -w >/dev/null 2>&1 || true
    rm -rf "$wine_folder"
}

# registry KEY: what the registry says below it; fails when there is no such key.
registry() { wine reg query "$1" /s 2>/dev/null </dev/null | tr -d '\r'; }
