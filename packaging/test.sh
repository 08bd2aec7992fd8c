#!/bin/bash
# Installs what is missing, builds Keywright and passes all its checks and tests.
#   packaging/test.sh [--tidy-all] [--windows|--no-windows]
#     --tidy-all: clang-tidy on every file instead of those that changed.
#     The programs for Windows are built and run under Wine where packaging/windows/find_set.sh finds libraries for it:
#     --windows fails where there are none, --no-windows leaves them out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/linux/packages.sh
. packaging/linux/packages.sh
# shellcheck source=packaging/windows/wine.sh
. packaging/windows/wine.sh

tidy_all=no
windows=where_possible
for argument in "$@"; do
    case $argument in
    --tidy-all) tidy_all=yes ;;
    --windows) windows=yes ;;
    --no-windows) windows=no ;;
    *) die "Unknown argument $argument. Usage: packaging/test.sh [--tidy-all] [--windows|--no-windows]" ;;
    esac
done

jobs=$(nproc)
timings=()
# timed TITLE COMMAND...: runs a step and notes how long it took.
timed() {
    local title=$1 from=$SECONDS
    shift
    say "$title"
    "$@"
    timings+=("$(printf '%4d s  %s' $((SECONDS - from)) "$title")")
}

sources() { git ls-files -- '*.cpp' '*.h' 2>/dev/null || find app core ui tests -name '*.cpp' -o -name '*.h'; }

check_format() { sources | xargs -r -P "$jobs" -n 40 clang-format-19 --dry-run -Werror; }

# build PRESET [OPTION...]: one at a time in each tree.
build() {
    mkdir -p build
    (
        flock 9
        cmake --preset "$1" >/dev/null
        cmake --build --preset "$1" --parallel "$jobs" "${@:2}"
    ) 9>"build/$1.lock"
}
build_windows() { build windows --target keywright keywright-cli tests/core/all; }

# Builds what comes later behind the tests, which spend much of their time waiting. It says nothing: whoever wants a tree
# waits for it with build(), which tells what is wrong with it.
build_ahead() {
    set -m # a group of its own, to end it as one
    (
        renice -n 19 "$BASHPID" >/dev/null
        build package
        build tsan
        [ "$windows" = no ] || build_windows
    ) >/dev/null 2>&1 </dev/null &
    ahead=$!
    set +m
    trap 'kill -- "-$ahead" 2>/dev/null || true' EXIT
}

# Which .cpp files clang-tidy looks at: all, or those changed since what has landed (or since the commit before).
files_to_tidy() {
    local base
    if [ "$tidy_all" = yes ]; then
        sources | grep '\.cpp$'
        return
    fi
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD 2>/dev/null)" ]; then
        base=$(git rev-parse --verify --quiet HEAD~1 || true)
    fi
    [ -n "$base" ] || return 0
    { git diff --name-only --diff-filter=d "$base"; git ls-files --others --exclude-standard; } | grep '\.cpp$' |
        sort -u | sed 's,^tests/,~&,' | LC_ALL=C sort | sed 's,^~,,' || true
}

tidy() {
    local -a files
    mapfile -t files < <(files_to_tidy)
    echo "${#files[@]} files"
    [ ${#files[@]} = 0 ] && return
    if [ "$tidy_all" = yes ]; then
        packaging/linux/tidy.sh build/asan "${files[@]}"
    else
        TIDY_SECONDS=240 packaging/linux/tidy.sh build/asan "${files[@]}"
    fi
}

# The programs and the core's tests are built for Windows and run under Wine; the window's tests are not.
check_windows() {
    build_windows
    if ! wine_runs; then
        timings+=("Left out: Wine does not run on this system, the programs for Windows were only built")
        return
    fi
    tests/support/with_x11.sh packaging/windows/check_programs.sh build/windows build/windows/window.png
}

# ThreadSanitizer wants its addresses free, which the kernel of some systems puts other things at.
check_threads() {
    local -a how=()
    build tsan
    if ! build/tsan/app/cli/keywright-cli --version >/dev/null 2>&1; then
        how=(setarch --addr-no-randomize)
        if ! "${how[@]}" build/tsan/app/cli/keywright-cli --version >/dev/null 2>&1; then
            echo "ThreadSanitizer does not run on this system: left out."
            return
        fi
    fi
    "${how[@]}" ctest --preset tsan --parallel "$jobs"
}

run_tests() { ctest --preset "$1" --parallel "$jobs" "${@:2}"; }

timed "packages" install_missing test

# Asked first: --windows is not to fail after all the rest.
if [ "$windows" != no ] && ! find_windows_set; then
    [ "$windows" != yes ] || die "Nothing was checked: there is $no_windows_set."
    windows=no
    timings+=("Left out: the programs for Windows, there is $no_windows_set")
fi
[ "$windows" = no ] || timed "packages for Windows" install_missing windows

timed "format" check_format
timed "build with address and undefined sanitizers, no warning allowed" build asan
timed "clang-tidy on what changed" tidy
timed "build without Qt Widgets" build headless
build_ahead
timed "tests without Qt Widgets" run_tests headless
timed "build the package" build package
timed "package: made, checked, installed, started" packaging/linux/check_package.sh build/package
timed "all tests under the sanitizers: unit, model, window, command line, real X server" run_tests asan
timed "verifier and server under the thread sanitizer" check_threads
if [ "$windows" != no ]; then
    timed "Windows: the programs and core tests, under Wine" check_windows
fi

say "what took how long"
printf '%s\n' "${timings[@]}"
