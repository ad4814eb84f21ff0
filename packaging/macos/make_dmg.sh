#!/usr/bin/env bash
# On a Mac, after packaging/build.py: sign dist/Kooch.app and put it into a disk image.
#   KOOCH_IDENTITY="Developer ID Application: ..." KOOCH_NOTARY=profile packaging/macos/make_dmg.sh
# Without an identity the image is made unsigned, for trying only.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(python3 -c 'import migrator; print(migrator.__version__)')
app=dist/Kooch.app
image="dist/Kooch-$version.dmg"
[ -d "$app" ] || { echo "There is no $app: run packaging/build.py first."; exit 2; }

if [ -n "${KOOCH_IDENTITY:-}" ]; then
  # Inside out: every library first, the bundle last.
  find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 -n 20 codesign --force --options runtime --timestamp --sign "$KOOCH_IDENTITY"
  codesign --force --options runtime --timestamp \
    --entitlements packaging/macos/entitlements.plist --sign "$KOOCH_IDENTITY" "$app"
  codesign --verify --deep --strict "$app"
fi

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname Kooch -srcfolder "$staging" -format UDZO "$image"

if [ -n "${KOOCH_IDENTITY:-}" ] && [ -n "${KOOCH_NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$KOOCH_NOTARY" --wait
  xcrun stapler staple "$image"
fi
echo "$image"
