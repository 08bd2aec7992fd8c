#!/bin/bash
# first_steps.sh KEYWRIGHT_CLI [FILE.keyring]: what the window shows on its first start, on a machine without a
# display. Makes the keyring if there is none, lists it, and shows the main job once on a keyring that is thrown away.
set -euo pipefail
cli=$1
keyring=()
[ $# -gt 1 ] && keyring=(--keyring "$2")

# Shows a command as a person would type it, then runs it.
step() {
    printf '\n$ keywright-cli%s\n' "$(printf ' %q' "$@")" >&2
    "$cli" "$@"
}

file=$("$cli" "${keyring[@]}" where)
if [ ! -e "$file" ]; then
    echo "There is no keyring at $file yet: making one with our own policy."
    echo "(Another policy: remove that file while it is empty, and: keywright-cli init --policy ID. The policies:)"
    step policies
    step "${keyring[@]}" init --policy standard
fi
echo
echo "Your keyring, $file:"
step "${keyring[@]}" list

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
export KEYWRIGHT_KEYRING=$trial/trial.keyring
echo
echo "The main job, once through, on a keyring that is thrown away afterwards ($KEYWRIGHT_KEYRING):"
step init --policy standard --name Trial
token=$(step create --name "Zapier sync" --scopes read,write --expires 90d)
echo "(the new key was on standard output, ${#token} characters; a script keeps it, nothing can show it again)"
step list
id=${token:0:12} # its prefix, as the list shows it
step rename "$id" "Zapier nightly sync"
step scopes "$id" read
printf '%s\n' "$token" | step verify --scope read
step revoke "$id" --reason "lost device" --yes
printf '%s\n' "$token" | step verify || echo "(refused, as it should be)"
unset token
step activity
step activity verify

cat <<END

Now with your own keyring:
  $cli create --name "What it is for" --scopes read
  $cli list
  $cli --help
END
