#!/bin/bash
# make_portable.sh BUILD OUT.tar.xz: the window and the command line of BUILD with Qt, OpenSSL and SQLite beside them, for
# systems that have none of these. What a desktop always has (libc, X, fontconfig, GL) is taken from there.
# The same input gives the same file: SOURCE_DATE_EPOCH says when.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: make_portable.sh BUILD OUT.tar.xz" >&2; exit 2; }
build=$(realpath "$1")
out=$(realpath -m "$2")
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
name=$(basename "$out" .tar.xz)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/$name
plugins=$(qmake6 -query QT_INSTALL_PLUGINS)

mkdir -p "$folder"/{bin,lib,share}
DESTDIR=$work/installed cmake --install "$build" --strip >/dev/null
prefix=$(sed -n 's/^CMAKE_INSTALL_PREFIX:PATH=//p' "$build/CMakeCache.txt")
for program in keywright keywright-cli keywrightd; do
    [ ! -e "$work/installed$prefix/bin/$program" ] || cp "$work/installed$prefix/bin/$program" "$folder/bin/"
done
for share in applications icons metainfo mime man bash-completion; do
    cp -r "$work/installed$prefix/share/$share" "$folder/share/"
done
cp "$source"/{LICENSE,README.md,SECURITY.md,CHANGELOG.md} "$folder/"
for plugin in platforms/libqxcb platforms/libqoffscreen platforms/libqminimal sqldrivers/libqsqlite \
    xcbglintegrations/libqxcb-glx-integration imageformats/libqico platforminputcontexts/libcomposeplatforminputcontextplugin \
    tls/libqopensslbackend; do
    mkdir -p "$folder/plugins/${plugin%/*}"
    cp "$plugins/$plugin.so" "$folder/plugins/${plugin%/*}/"
done
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$folder/bin/qt.conf"

# Libraries of the base system, and those that have to fit its X server, graphics and fonts.
stays='^(linux-vdso|ld-linux.*|lib(c|m|dl|rt|pthread|resolv|gcc_s|stdc\+\+|X11|X11-xcb|xcb|GL|GLX|GLdispatch|EGL|OpenGL|drm|gbm|fontconfig|freetype|expat|z|dbus-1|systemd|udev|selinux|asound))\.so'
find "$folder" -type f \( -name '*.so' -o -path '*/bin/keywright*' \) -print0 | xargs -0 ldd | sed -n 's/^\t\(\S*\) => \(\S*\) .*/\1 \2/p' |
    sort -u | while read -r library path; do
    [[ $library =~ $stays ]] || cp -L "$path" "$folder/lib/$library"
done
find "$folder/lib" "$folder/plugins" -type f -exec strip --strip-unneeded {} +
for program in "$folder"/bin/keywright*; do patchelf --set-rpath '$ORIGIN/../lib' "$program"; done
find "$folder/lib" -type f -exec patchelf --set-rpath '$ORIGIN' {} +
find "$folder/plugins" -type f -exec patchelf --set-rpath '$ORIGIN/../../lib' {} +

mkdir -p "$(dirname "$out")"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mode=go+u,go-w \
    --mtime="@${SOURCE_DATE_EPOCH:-$(git -C "$source" log -1 --format=%ct)}" -cf - "$name" | xz -9 -T1 >"$out"
echo "$out, $(($(stat -c %s "$out") / 1024)) kB"
