#!/bin/sh
# Makes emoji-LANGUAGE.tsv.gz out of the package emojibase-data: one line for each emoji, its code points, a tab, its
# name, a tab, and the other words to find it by, with commas between them. Words of the name are left out of them.
# Needs npm, tar, node and gzip. Usage: make-emoji-words.sh FOLDER LANGUAGE...
set -eu
VERSION=17.0.0
folder=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "emojibase-data@$VERSION" >/dev/null
tar xzf emojibase-data-*.tgz
for language in "$@"; do
  node -e '
    const all = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    for (const emoji of all) {
      if (emoji.group === undefined) {
        continue; // letters of flags and the like, which nobody looks for
      }
      const name = emoji.label.toLowerCase().split(/[ -]/);
      const tags = (emoji.tags || []).filter((tag) => !name.includes(tag) && !tag.includes(","));
      console.log([emoji.hexcode, emoji.label, tags.join(",")].join("\t"));
    }' "package/$language/data.json" | gzip -9n >"$folder/emoji-$language.tsv.gz"
done
