# shellcheck shell=bash
# What the commands of packaging/ install. Sourced by run.sh, test.sh and release.sh; asks the package manager only for what is missing.

# To build the programs, and to run them.
apt_build=(build-essential cmake ninja-build ccache qt6-base-dev qt6-tools-dev qt6-l10n-tools
    qtkeychain-qt6-dev libsqlite3-dev libssl-dev libcli11-dev python3-yaml librsvg2-bin fonts-dejavu-core)
# The server wants Boost 1.81 or later; Debian 12 keeps it beside an older default.
if grep -q '^VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null; then
    apt_build+=(libboost1.81-dev)
else
    apt_build+=(libboost-dev)
fi
dnf_build=(gcc-c++ cmake ninja-build ccache qt6-qtbase-devel qt6-qttools-devel qt6-linguist qtkeychain-qt6-devel openssl-devel sqlite-devel cli11-devel
    boost-devel python3-pyyaml librsvg2-tools dejavu-sans-fonts)
# To check them: format and tidy, a real X server with a window manager and a session bus, schema and package checks.
apt_test=(lld clang-format-19 clang-tidy-19 git openssl curl python3 python3-jsonschema xvfb openbox dbus dbus-x11 x11-utils xclip xdotool at-spi2-core
    python3-pyatspi gnome-keyring imagemagick nginx-light caddy postgresql libqt6sql6-psql libqt6sql6-sqlite desktop-file-utils appstream shared-mime-info man-db lintian file zsh fish)
dnf_test=(lld clang-tools-extra git-core openssl curl python3 python3-jsonschema xorg-x11-server-Xvfb openbox dbus-daemon xprop xclip xdotool at-spi2-core
    python3-pyatspi ImageMagick nginx postgresql-server qt6-qtbase-postgresql desktop-file-utils appstream shared-mime-info man-db file zsh fish)

# To build for Windows and to run that, where there is a set of libraries for it (packaging/windows/find_set.sh).
apt_windows=(g++-mingw-w64-x86-64-posix mingw-w64-tools nsis wine wine64 xvfb openbox dbus dbus-x11 x11-utils xclip xdotool imagemagick)
# To make a release and to prove it: packages, systems to install them into, an X server to look from.
apt_release=("${apt_windows[@]}" git patchelf rpm rpmlint mmdebstrap lintian)

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "These packages are missing and installing them needs root: run this as root, or install sudo. Wanted: $*"
    fi
}

# Of the packages given, those that are not installed, one a line.
missing_apt() {
    local installed
    # It fails where one of them is unknown, and tells of the others all the same.
    installed=$({ dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^ii *//p')
    comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u)
}
missing_dnf() {
    local package
    for package in "$@"; do rpm -q --whatprovides "$package" >/dev/null 2>&1 || printf '%s\n' "$package"; done
}

# install_missing build|test|windows|release: makes sure that everything to build (and to test, to build for Windows, to
# release) is there.
install_missing() {
    local -a wanted lacking
    if command -v apt-get >/dev/null; then
        wanted=("${apt_build[@]}")
        case $1 in
        test) wanted+=("${apt_test[@]}") ;;
        windows) wanted+=("${apt_windows[@]}") ;;
        release) wanted+=("${apt_release[@]}") ;;
        esac
        # Node and npm may have come from elsewhere than the distribution, under other package names.
        if [ "$1" = test ]; then
            command -v node >/dev/null || wanted+=(nodejs)
            command -v npm >/dev/null || wanted+=(npm)
        fi
        mapfile -t lacking < <(missing_apt "${wanted[@]}")
        [ ${#lacking[@]} = 0 ] && return
        say "installing ${lacking[*]}"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o Dpkg::Use-Pty=0 "${lacking[@]}" </dev/null
    elif command -v dnf >/dev/null; then
        wanted=("${dnf_build[@]}")
        case $1 in
        test) wanted+=("${dnf_test[@]}" nodejs npm) ;;
        windows | release) die "Releases, and programs for Windows, are made on Debian: this system has no $1 group." ;;
        esac
        mapfile -t lacking < <(missing_dnf "${wanted[@]}")
        [ ${#lacking[@]} = 0 ] && return
        say "installing ${lacking[*]}"
        as_root dnf install -y "${lacking[@]}" </dev/null
    else
        printf '%s\n' "Neither apt nor dnf is here: nothing is installed. README.md says what the build needs." >&2
    fi
}

# Exports KEYWRIGHT_WINDOWS_SET, the libraries to build for Windows with; fails if there are none.
find_windows_set() {
    local found=0
    KEYWRIGHT_WINDOWS_SET=$(packaging/windows/find_set.sh) || found=$?
    [ $found -le 1 ] || die "The libraries for Windows can't be used."
    [ $found = 0 ] && export KEYWRIGHT_WINDOWS_SET
}
no_windows_set="no Qt for Windows (packaging/windows/build-dependencies.sh makes it)"
