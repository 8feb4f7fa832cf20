#!/bin/sh
# Makes emoji.svg.gz out of the package @twemoji/svg: one line for each picture, its name, a tab and its SVG.
# Needs npm, tar, awk and gzip. Usage: make-emoji-asset.sh OUTPUT_FILE
set -eu
VERSION=15.0.0
out=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "@twemoji/svg@$VERSION" >/dev/null
tar xzf twemoji-svg-*.tgz
cd package
for svg in *.svg; do
  printf '%s\t' "${svg%.svg}"
  tr -d '\r\n\t' <"$svg"
  echo
done | LC_ALL=C sort | gzip -9n >"$out"
