#!/bin/bash
# stage.sh BUILD FOLDER: what Keywright needs on Windows, stripped, as it is installed. Wants KEYWRIGHT_WINDOWS_SET.
set -euo pipefail
build=$1
folder=$2
set_folder=${KEYWRIGHT_WINDOWS_SET:?names no folder with Qt for Windows}
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
compiler=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)")

rm -rf "$folder"
mkdir -p "$folder"
cp "$build"/app/cli/keywright-cli.exe "$build"/app/desktop/keywright.exe "$folder"
for library in Qt6{Core,Gui,Widgets,Network,Sql,Concurrent} libcrypto-3-x64 libsqlite3-0; do
    cp "$set_folder/bin/$library.dll" "$folder"
done
cp "$compiler"/{libstdc++-6,libgcc_s_seh-1}.dll /usr/x86_64-w64-mingw32/lib/libwinpthread-1.dll "$folder"
for plugin in platforms/qwindows sqldrivers/qsqlite styles/qwindowsvistastyle tls/qschannelbackend; do
    mkdir -p "$folder/plugins/${plugin%/*}"
    cp "$set_folder/plugins/$plugin.dll" "$folder/plugins/${plugin%/*}"
done
# Before 6.5, Qt tells of a change between light and dark only when it is asked for its dark style.
printf '[Paths]\nPlugins = plugins\n[Platforms]\nWindowsArguments = darkmode=2\n' >"$folder/qt.conf"
find "$folder" \( -name '*.exe' -o -name '*.dll' \) -exec x86_64-w64-mingw32-strip {} +

for text in LICENSE README.md SECURITY.md CHANGELOG.md; do
    sed 's/$/\r/' "$source/$text" >"$folder/${text%.md}.txt"
done
sed 's/$/\r/' "$source/packaging/windows/libraries.txt" >"$folder/libraries.txt"

# Nothing is asked for that is neither here nor part of Windows.
mapfile -t there < <(cd "$folder" && find . -name '*.dll' -printf '%f\n' | tr '[:upper:]' '[:lower:]')
find "$folder" \( -name '*.exe' -o -name '*.dll' \) -exec x86_64-w64-mingw32-objdump -p {} + |
    sed -n 's/.*DLL Name: //p' | tr '[:upper:]' '[:lower:]' | sort -u | while read -r wanted; do
    printf '%s\n' "${there[@]}" | grep -qxF "$wanted" && continue
    [ -e "/usr/x86_64-w64-mingw32/lib/lib${wanted%.*}.a" ] && continue
    case $wanted in api-ms-win-* | kernel32.dll | msvcrt.dll | *.drv) continue ;; esac
    echo "stage.sh: $wanted is wanted and is not there" >&2
    exit 1
done
