#!/bin/bash
# Installs what is missing, builds Keywright and opens its window on the last keyring, or else on your default one.
#   packaging/run.sh [FILE.keyring]    Without a display: the same work with keywright-cli, in this terminal.
set -euo pipefail
called_from=$PWD
house=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$house"
# shellcheck source=packaging/linux/packages.sh
. packaging/linux/packages.sh

install_missing build
say "building in build/package"
cmake --preset package
cmake --build --preset package

cd "$called_from"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "opening the window"
    exec "$house/build/package/app/desktop/keywright" "$@"
fi
say "no display here, so no window: the same work with keywright-cli"
exec "$house/packaging/linux/first_steps.sh" "$house/build/package/app/cli/keywright-cli" "$@"
