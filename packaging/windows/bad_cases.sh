# shellcheck shell=bash
# What goes wrong on people's machines, under Wine: each time the program says what, and loses nothing. Sourced by
# check_programs.sh; cli, die, wine_folder and program are its.

# complains WHAT COMMAND...: the command ends by itself, not well, and says WHAT (an extended regular expression).
complains() {
    local what=$1 said code=0
    shift
    said=$("$@" 2>&1 </dev/null | tr -d '\r') || code=$?
    [ "$code" != 124 ] && grep -qE -e "$what" <<<"$said" || die "ended with $code, without a word of $what: $said"
}

# works_in PLACE: makes a keyring there, and a key whose token is valid.
works_in() {
    local token
    cli --keyring "$1" init --policy standard </dev/null 2>/dev/null
    token=$(cli --keyring "$1" create --name "Übung" 2>/dev/null </dev/null)
    cli --keyring "$1" verify <<<"$token" >/dev/null
}

check_bad_cases() {
    local deep place keyring
    title "places with spaces, other letters, on another drive, and deeper than 260 characters"
    deep="$wine_folder/Ä b/$(printf 'x%.0s' $(seq 120))/$(printf 'y%.0s' $(seq 120))/$(printf 'z%.0s' $(seq 120))"
    mkdir -p "$deep"
    for place in "$wine_folder/Ä b" "$deep"; do
        works_in "$place/a.keyring"
        # Wine shows rights that the system itself has as those of the group.
        [[ $(stat -c %a "$place/a.keyring") == *0 ]] || die "$place/a.keyring can be read by others"
    done
    mkdir "$wine_folder/drive"
    ln -s "$wine_folder/drive" "$WINEPREFIX/dosdevices/k:"
    works_in 'K:\Schlüssel.keyring'
    [ -e "$wine_folder/drive/Schlüssel.keyring" ] || die "nothing is on the other drive"
    place=$(cli --keyring 'K:/Schlüssel.keyring' where </dev/null | tr -d '\r')
    [ "$place" = 'K:\Schlüssel.keyring' ] || die "a path is not shown as Windows writes it: $place"

    keyring="$wine_folder/Ä b/a.keyring"
    title "a folder that may only be read"
    if mkdir "$wine_folder/ro" && mount --bind "$wine_folder/Ä b" "$wine_folder/ro" 2>/dev/null && mount -o remount,bind,ro "$wine_folder/ro"; then
        cli --keyring "$wine_folder/ro/a.keyring" list </dev/null 2>/dev/null | grep -q "Übung" || die "can't be read"
        complains "can be read, not changed" cli --keyring "$wine_folder/ro/a.keyring" create --name "Not this one"
        complains "can't be created" cli --keyring "$wine_folder/ro/b.keyring" init --policy standard
        umount "$wine_folder/ro"
    else
        echo "not tried: nothing can be mounted here"
    fi

    title "a keyring of a newer version"
    cp "$keyring" "$wine_folder/newer.keyring"
    python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("PRAGMA user_version = 99").connection.commit()' "$wine_folder/newer.keyring"
    cli --keyring "$wine_folder/newer.keyring" list </dev/null 2>/dev/null | grep -q "Übung" || die "can't be read"
    complains "newer version of Keywright" cli --keyring "$wine_folder/newer.keyring" create --name "Not this one"

    title "no keychain"
    complains "--key-file" cli --server https://127.0.0.1:1 list

    title "a management key that others can read"
    printf 'kwm_%040d\n' 1 >"$wine_folder/admin.token"
    chmod 644 "$wine_folder/admin.token"
    complains "icacls" cli --server https://127.0.0.1:1 --key-file "$wine_folder/admin.token" list
    chmod 600 "$wine_folder/admin.token"
    complains "Nobody answers" cli --server https://127.0.0.1:1 --key-file "$wine_folder/admin.token" list

    title "a library that is missing is named"
    mv "$program/libsqlite3-0.dll" "$wine_folder/"
    WINEDEBUG=err+module complains "libsqlite3-0.dll" cli --version
    mv "$wine_folder/libsqlite3-0.dll" "$program/"
    cli --version </dev/null
}
