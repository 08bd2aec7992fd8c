#!/bin/bash
# check_programs.sh BUILD [SCREENSHOT.png]: runs what the preset `windows` built, in a fresh Windows under Wine: the core
# tests, the command line's main job for all policies, bad places for data, and the window, by its keyboard.
# Wants wine, xdotool, xclip, imagemagick, and an X server with a window manager: tests/support/with_x11.sh check_programs.sh ...
set -euo pipefail
[ $# -ge 1 ] || { echo "Usage: check_programs.sh BUILD [SCREENSHOT.png]" >&2; exit 2; }
build=$(realpath "$1")
shot=$(realpath -m "${2:-$build/window.png}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
house=$(cd "$here/../.." && pwd)
# shellcheck source=packaging/windows/wine.sh
. "$here/wine.sh"
# shellcheck source=packaging/windows/bad_cases.sh
. "$here/bad_cases.sh"
unset QT_QPA_PLATFORM # that of this system's Qt
die() { echo "$*" >&2; exit 1; }

fresh_windows
trap 'umount "$wine_folder/ro" 2>/dev/null || true; drop_windows' EXIT
program="$wine_folder/Key wright"
"$here/stage.sh" "$build" "$program"
cp "$KEYWRIGHT_WINDOWS_SET"/bin/Qt6Test.dll "$program"
export CLI_UNDER_WINE="$program/keywright-cli.exe"
cli() { timeout 60 wine "$CLI_UNDER_WINE" "$@"; }

# Judged by what a test says: libraries of tests may wait for ever on leaving, as platform::leave() tells. Wine keeps
# QT_PLUGIN_PATH to itself and hands on what begins with WINE.
run_core_tests() {
    local test name failed=0 skip
    skip=" ${KEYWRIGHT_SKIP_IN_WINE:-} "
    for test in "$build"/tests/core/tst_*.exe; do
        name=$(basename "$test" .exe)
        [[ $skip == *" $name "* ]] && continue
        WINEPATH=$(winepath -w "$program") WINEQT_PLUGIN_PATH=$(winepath -w "$program/plugins") TZ=Europe/Berlin \
            timeout 240 wine "$test" -o "$wine_folder/$name.txt,txt" >/dev/null 2>&1 </dev/null &
        local process=$! _
        for _ in $(seq 1200); do
            grep -q '^Totals:' "$wine_folder/$name.txt" 2>/dev/null && break
            kill -0 $process 2>/dev/null || break
            sleep 0.2
        done
        sleep 0.2
        kill $process 2>/dev/null || true
        wait $process 2>/dev/null || true
        if grep -q '^Totals: .* 0 failed' "$wine_folder/$name.txt" 2>/dev/null; then
            printf '%s: %s\n' "$name" "$(grep '^Totals:' "$wine_folder/$name.txt")"
        else
            printf '%s FAILED\n' "$name"
            grep -A3 '^FAIL!' "$wine_folder/$name.txt" 2>/dev/null | tr -d '\r' || true
            failed=$((failed + 1))
        fi
    done
    return $failed
}

title "the command line's main job, all policies"
KEYWRIGHT_CLI=$here/keywright_cli_in_wine.sh TZ=Europe/Berlin python3 -B "$house/tests/cli/test_main_job.py" </dev/null

check_bad_cases

title "the window: start, create, copy, revoke, quit"
export KEYRING="$wine_folder/Ä b/window.keyring" SHOT="$shot"
cli --keyring "$KEYRING" init --policy standard </dev/null 2>/dev/null
"$here/drive_window.sh" "$program/keywright.exe" "$CLI_UNDER_WINE"

title "dark while Windows is, and when that changes"
"$here/follow_dark.sh" "$program/keywright.exe" "$KEYRING" "${shot%.png}-dark.png"

title "core tests"
run_core_tests
