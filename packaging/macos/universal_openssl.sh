#!/bin/bash
# universal_openssl.sh FOLDER: OpenSSL for both kinds of Mac in one library, from Homebrew's two bottles, laid out as CMake
# looks for it (OPENSSL_ROOT_DIR=FOLDER). On a Mac with Homebrew. Never run by those who wrote it: see README.md.
set -euo pipefail
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for tag in arm64_sonoma sonoma; do
    brew fetch --force --bottle-tag="$tag" openssl@3
    mkdir "$work/$tag"
    tar -xf "$(brew --cache --bottle-tag="$tag" openssl@3)" -C "$work/$tag" --strip-components 2
done
mkdir -p "$folder/lib"
cp -R "$work/arm64_sonoma/include" "$folder/"
for library in libcrypto libssl; do
    lipo -create "$work"/{arm64_sonoma,sonoma}/lib/$library.3.dylib -output "$folder/lib/$library.3.dylib"
    chmod u+w "$folder/lib/$library.3.dylib"
    install_name_tool -id "@rpath/$library.3.dylib" "$folder/lib/$library.3.dylib"
    ln -sf "$library.3.dylib" "$folder/lib/$library.dylib"
done
