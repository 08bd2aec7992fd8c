#!/bin/bash
# notarise.sh BUILD OUT.dmg: signs the bundle of BUILD from the inside out under the hardened runtime, puts it into a disk
# image, has Apple look at it and fastens their answer to it. On a Mac, with
#   SIGNING_IDENTITY     "Developer ID Application: ..." in the keychain
#   NOTARY_PROFILE       what `xcrun notarytool store-credentials` was told to call itself
# Never run by those who wrote it: see README.md.
set -euo pipefail
build=$1
out=$2
identity=${SIGNING_IDENTITY:?whose signature?}
profile=${NOTARY_PROFILE:?which stored credentials?}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/image" --component window
app=$work/image/Keywright.app
sign() { codesign --force --timestamp --options runtime --sign "$identity" "$@"; }
find "$app/Contents" \( -name '*.dylib' -o -name '*.framework' \) -prune -print0 | while IFS= read -r -d '' part; do sign "$part"; done
sign --entitlements "$here/entitlements.plist" "$app/Contents/MacOS/keywright-cli"
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict "$app"
lipo -archs "$app/Contents/MacOS/Keywright"

ln -s /Applications "$work/image/Applications"
hdiutil create -volname Keywright -srcfolder "$work/image" -format UDZO -ov "$out"
sign "$out"
xcrun notarytool submit "$out" --keychain-profile "$profile" --wait
xcrun stapler staple "$out"
spctl --assess --type open --context context:primary-signature "$out"
