#!/bin/bash
# tidy.sh BUILD FILE.cpp...: clang-tidy on those of the files that BUILD compiles, as many at once as there are cores.
# The compile commands are GCC's; what clang does not know of them is ignored.
set -euo pipefail
build=$1
shift
python3 - "$build" "$@" <<'END' | xargs -r -P "$(nproc)" -n 1 nice clang-tidy-19 -p "$build" --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-error
import json, os, sys
compiled = {os.path.realpath(entry["file"]) for entry in json.load(open(sys.argv[1] + "/compile_commands.json"))}
print("\n".join(name for name in sys.argv[2:] if os.path.realpath(name) in compiled))
END
