# shellcheck shell=bash
# A fresh, minimal Debian in a folder, to install into and to throw away. Sourced; wants root and mmdebstrap.

title() { printf '\n-- %s\n' "$*"; }

# make_root SUITE [PACKAGE...]: makes $root; from $KEYWRIGHT_ROOT_TARBALL, where that is set.
make_root() {
    local suite=$1
    shift
    root=$(mktemp -d)
    chmod 755 "$root"
    if [ -n "${KEYWRIGHT_ROOT_TARBALL:-}" ]; then
        tar -xf "$KEYWRIGHT_ROOT_TARBALL" -C "$root"
    else
        title "a fresh $suite"
        # Without $KEYWRIGHT_DEBIAN_MIRROR, from where Debian itself says.
        mmdebstrap --quiet --variant=minbase ${1:+--include="$(IFS=,; echo "$*")"} "$suite" "$root" \
            ${KEYWRIGHT_DEBIAN_MIRROR:+"$KEYWRIGHT_DEBIAN_MIRROR"}
    fi
    # No service starts in there, and names are found as they are out here.
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    inside apt-get update -qq
}

drop_root() {
    umount -l "$root/dev" "$root/proc" 2>/dev/null || true
    # Never through a mount that stayed.
    rm -rf --one-file-system "$root"
}

# inside COMMAND...: in the root, with nothing of this machine's environment.
inside() { (instead_inside "$@"); }
# instead_inside COMMAND...: the same, in place of this shell: behind `&` the process is the command itself.
instead_inside() {
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}
