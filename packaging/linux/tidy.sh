#!/bin/bash
# tidy.sh BUILD FILE.cpp...: clang-tidy on those of the files that BUILD compiles, as many at once as there are cores.
# The compile commands are GCC's; what clang does not know of them is ignored. TIDY_SECONDS: begin no file after that
# long, and say which were left out.
set -euo pipefail
build=$1
shift
left_out=$(mktemp)
deadline=$(($(date +%s) + ${TIDY_SECONDS:-1000000}))
export build left_out deadline
trap 'rm -f "$left_out"' EXIT

tidy_one() {
    if [ "$(date +%s)" -gt "$deadline" ]; then
        echo "$1" >>"$left_out"
    else
        clang-tidy-19 -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-error "$1" 2>&1 |
            sed '/ warnings generated\.$/d'
    fi
}
export -f tidy_one

python3 - "$build" "$@" <<'END' | xargs -r -P "$(nproc)" -I{} bash -c 'set -o pipefail; tidy_one "$1"' _ {}
import json, os, sys
compiled = {os.path.realpath(entry["file"]) for entry in json.load(open(sys.argv[1] + "/compile_commands.json"))}
print("\n".join(name for name in sys.argv[2:] if os.path.realpath(name) in compiled))
END

if [ -s "$left_out" ]; then
    echo "No time left for $(wc -l <"$left_out") files (packaging/test.sh --tidy-all takes its time):"
    sort "$left_out"
fi
