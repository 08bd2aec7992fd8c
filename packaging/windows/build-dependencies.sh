#!/bin/bash
# build-dependencies.sh FOLDER [qt] [sqlite] [openssl]: builds Qt, SQLite and OpenSSL for Windows x86-64 into FOLDER, from
# the source packages of Debian 12, as packaging/windows/toolchain.cmake wants them (KEYWRIGHT_WINDOWS_SET=FOLDER). About
# half an hour on two cores, nearly all of it Qt's; without names: all three. As root, or with sudo, for the packages.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/linux/packages.sh
. "$here/../linux/packages.sh"
folder=$(realpath -m "${1:?which folder?}")
shift
parts=("${@:-openssl sqlite qt}")
host=x86_64-w64-mingw32
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"/{bin,lib,include}

install_missing windows
mapfile -t lacking < <(missing_apt dpkg-dev tcl perl)
[ ${#lacking[@]} = 0 ] || as_root apt-get install -y -qq --no-install-recommends "${lacking[@]}"

# Lists of source packages for this run alone: where the system has its packages of this Debian from, with deb-src.
lists=$work/lists
mkdir -p "$lists/state/lists/partial" "$lists/cache/archives/partial" "$lists/parts"
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -nE "s,^deb( .* $release(-updates|-security)? ),deb-src\1,p" >"$lists/parts/from.list" || true
for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] || continue
    awk -v RS= -v ORS='\n\n' -v suites="Suites: $release" 'index($0, suites) {sub(/Types: deb/, "Types: deb-src"); print}' "$file"
done >"$lists/parts/from.sources"
apt_src() {
    apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$lists/parts" -o Dir::State="$lists/state" \
        -o Dir::State::status=/var/lib/dpkg/status -o Dir::Cache="$lists/cache" -o APT::Sandbox::User=root "$@"
}
# source_of PACKAGE: its sources, patched as Debian does; prints the folder. Some mirrors lack the small files of an update,
# whose names have a tilde in them: then it is the upstream release alone, which apt has checked as well.
source_of() {
    local folder=$work/$1
    mkdir "$folder"
    if ! (cd "$folder" && apt_src source "$1" >/dev/null 2>&1); then
        echo "$1: without Debian's own patches" >&2
        (cd "$folder" && apt_src source --tar-only --download-only "$1" >/dev/null && tar -xf "$1"_*.orig.tar.?z)
    fi
    find "$folder" -mindepth 1 -maxdepth 1 -type d
}

build_openssl() {
    local from
    from=$(source_of openssl)
    (
        cd "$from"
        ./Configure mingw64 shared no-tests --cross-compile-prefix=$host- --prefix="$folder" --libdir=lib >/dev/null
        make -s -j"$(nproc)" build_libs
        make -s install_dev >/dev/null
    )
}

build_sqlite() {
    local from
    from=$(source_of sqlite3)
    (
        cd "$from"
        # All of it in one file, which is the same for every system: made with this system's compiler.
        ./configure --disable-tcl >/dev/null
        make -s sqlite3.c
        $host-gcc-posix -O2 -shared -o libsqlite3-0.dll sqlite3.c -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_COLUMN_METADATA \
            -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -Wl,--out-implib,libsqlite3.dll.a
        install -m 755 libsqlite3-0.dll "$folder/bin/"
        install -m 644 libsqlite3.dll.a "$folder/lib/"
        install -m 644 sqlite3.h sqlite3ext.h "$folder/include/"
    )
}

build_qt() {
    local from
    from=$(source_of qt6-base)
    cat >"$work/toolchain.cmake" <<END
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER $host-gcc-posix)
set(CMAKE_CXX_COMPILER $host-g++-posix)
set(CMAKE_RC_COMPILER $host-windres)
set(CMAKE_FIND_ROOT_PATH /usr/$host $folder)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
list(PREPEND CMAKE_PREFIX_PATH $folder)
END
    # Debian's sources hold no wintab.h, hence no tablets; and no ANGLE, hence no OpenGL. TLS is the system's. The last line
    # is what Keywright does without, and what takes long; direct2d1_1 is a platform plugin, while direct2d draws letters.
    cmake -S "$from" -B "$work/qt" -G Ninja --toolchain "$work/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$folder" \
        -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DFEATURE_dbus=OFF -DINPUT_opengl=no \
        -DFEATURE_sql_odbc=OFF -DFEATURE_system_zlib=OFF -DFEATURE_pkg_config=OFF -DFEATURE_schannel=ON -DFEATURE_tabletevent=OFF \
        -DFEATURE_sql_sqlite=ON -DFEATURE_system_sqlite=ON -DINPUT_openssl=no -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF \
        -DFEATURE_xml=OFF -DFEATURE_printsupport=OFF -DFEATURE_direct2d1_1=OFF -DFEATURE_vulkan=OFF -DFEATURE_jpeg=OFF -DFEATURE_gif=OFF >"$work/qt.log" ||
        { tail -30 "$work/qt.log" >&2; exit 1; }
    CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=$work cmake --build "$work/qt"
    cmake --install "$work/qt" --strip >/dev/null
}

say "lists of source packages"
apt_src update
# Qt links SQLite: it comes last.
for part in openssl sqlite qt; do
    [[ " ${parts[*]} " == *" $part "* ]] || continue
    say "$part"
    "build_$part"
done
say "in $folder"
ls "$folder/bin"
