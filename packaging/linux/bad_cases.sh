# shellcheck shell=bash
# What goes wrong on people's machines, with the packages in $root: each time the program says what, and loses nothing.
# Sourced by check_installed.sh; as_ann and inside are its.

# complains WHAT COMMAND...: the command ends by itself, not well, and says WHAT (an extended regular expression).
complains() {
    local what=$1 said code=0
    shift
    said=$("$@" 2>&1) || code=$?
    if [ "$code" = 0 ] || [ "$code" = 124 ] || ! grep -qE -e "$what" <<<"$said"; then
        printf 'ended with %s, without a word of %s:\n%s\n' "$code" "$what" "$said" >&2
        return 1
    fi
}

check_bad_cases() {
    local home=$root/home/ann place keyring="/home/ann/.local/share/keywright/default.keyring" library

    title "a folder with spaces and other letters, on another file system"
    mkdir "$home/Ä b"
    mount -t tmpfs none "$home/Ä b"
    chown --reference="$home" "$home/Ä b"
    place="/home/ann/Ä b/Schlüssel ✓.keyring"
    as_ann keywright-cli --keyring "$place" init --policy standard
    as_ann keywright-cli --keyring "$place" create --name "Übung" 2>/dev/null | as_ann keywright-cli --keyring "$place" verify
    umount "$home/Ä b"

    title "a folder deeper than 260 characters"
    place="/home/ann/$(printf 'x%.0s' $(seq 120))/$(printf 'y%.0s' $(seq 120))/$(printf 'z%.0s' $(seq 120))/a.keyring"
    as_ann keywright-cli --keyring "$place" init --policy standard
    as_ann keywright-cli --keyring "$place" create --name "Deep" 2>/dev/null | as_ann keywright-cli --keyring "$place" verify

    title "a file and its folder that may only be read"
    chmod 444 "$root$keyring"
    chmod 555 "$root${keyring%/*}"
    as_ann keywright-cli list | grep -q "Before the upgrade"
    complains "can be read, not changed" as_ann keywright-cli create --name "Not this one"
    chmod 755 "$root${keyring%/*}"
    chmod 600 "$root$keyring"
    mkdir -m 555 "$home/locked"
    complains "can't be created: Permission denied" as_ann keywright-cli --keyring /home/ann/locked/a.keyring init --policy standard

    title "a keyring of a newer version"
    cp -p "$root$keyring" "$home/newer.keyring"
    python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("PRAGMA user_version = 99").connection.commit()' "$home/newer.keyring"
    as_ann keywright-cli --keyring /home/ann/newer.keyring list | grep -q "Before the upgrade"
    complains "newer version of Keywright" as_ann keywright-cli --keyring /home/ann/newer.keyring create --name "Not this one"

    title "no keychain"
    complains "--key-file" as_ann keywright-cli --server https://127.0.0.1:1 list

    title "a library that is missing is named"
    library=$(inside sh -c 'ldconfig -p' | sed -n 's/.*libsqlite3.so.0 .*=> //p')
    mv "$root$library" "$root$library.away"
    for program in keywright keywright-cli keywrightd; do complains "libsqlite3.so.0" inside "$program" --version; done
    mv "$root$library.away" "$root$library"
    inside keywright-cli --version
}
