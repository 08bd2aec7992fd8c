#!/bin/bash
# with_postgresql.sh COMMAND...: runs COMMAND with a PostgreSQL server of its own, which is gone afterwards. Its address
# is in KEYWRIGHT_TEST_STORE, the folder in which it lives in KEYWRIGHT_TEST_CLUSTER. No TCP, no trace. Exit code 77:
# skipped, there is no PostgreSQL here.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb 2>/dev/null || true)")
if [ ! -x "$bin/initdb" ]; then
    echo "Skipped: PostgreSQL is not installed." >&2
    exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/keywright_pg_XXXXXX")
# PostgreSQL refuses to run as root: then it runs as the user whom its package made.
owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
stop() {
    owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 143' TERM INT
chmod 711 "$dir"
mkdir "$dir/data" "$dir/socket"
[ "$(id -u)" != 0 ] || chown postgres: "$dir/data" "$dir/socket"
(
    cd "$dir"
    owner "$bin/initdb" -D data -U keywright --auth=trust -E UTF8 --no-locale --no-sync >/dev/null
    cat >>data/postgresql.conf <<CONF
listen_addresses = ''
unix_socket_directories = '$dir/socket'
max_connections = 200
fsync = ${KEYWRIGHT_TEST_FSYNC:-off}
CONF
    owner "$bin/pg_ctl" -D data -w -l data/log start >/dev/null
)
export KEYWRIGHT_TEST_STORE="postgresql://keywright@/postgres?host=$dir/socket"
export KEYWRIGHT_TEST_CLUSTER=$dir
code=0
"$@" || code=$?
exit $code
