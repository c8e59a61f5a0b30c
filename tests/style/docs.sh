#!/bin/sh
# The prose is true: every session (```console) of README.md and the user guide
# is run and must print what it shows, a line "..." standing for any lines and
# "[exit N]" for an exit code that is not 0. The sessions of a document run one
# after the other in one folder with build/orefolio and inputs/ in it. Links
# lead to files and headings that exist. `docs.sh PROGRAM SOURCE_DIR`
program=$1 source=$2
bad=0

run_sessions() { # run_sessions DOCUMENT
    work=$(mktemp -d) && mkdir "$work/build" && cp -r "$source/inputs" "$work"
    ln -s "$program" "$work/build/orefolio"
    awk '/^```console$/ { inside = 1; next } /^```/ { inside = 0 } inside' \
        "$source/$1" >"$work.shown"
    grep '^\$ ' "$work.shown" | while read -r _ command; do
        printf '$ %s\n' "$command"
        code=0
        (cd "$work" && LC_ALL=C sh -c "$command" 2>&1 </dev/null) || code=$?
        [ $code = 0 ] || echo "[exit $code]"
    done >"$work.printed"
    if ! awk -f "$source/tests/matches.awk" "$work.shown" "$work.printed"; then
        echo "$1: its sessions show (-) and print (+)"
        diff -u "$work.shown" "$work.printed"
        bad=1
    fi
    rm -rf "$work" "$work.shown" "$work.printed"
}

links() { # links DOCUMENT: that stand in it
    grep -o '](\([^)]*\))' "$source/$1" | sed 's/^](//; s/)$//' | grep -v '^https*:'
}

anchors() { # anchors FILE: of its headings, as a browser of the repository has them
    awk '/^```/ { code = !code } !code && /^#+ / {
        sub(/^#+ /, ""); $0 = tolower($0); gsub(/[^a-z0-9 _-]/, ""); gsub(/ /, "-"); print }' "$1"
}

check_link() { # check_link DOCUMENT LINK
    file=$source/$(dirname "$1")/${2%%#*}
    case $2 in '#'*) file=$source/$1 ;; esac
    [ -e "$file" ] || { echo "$1 links to $2, which is not there"; return 1; }
    case $2 in
    *'#'*) anchors "$file" | grep -qxF "${2#*#}" ||
        { echo "$1 links to $2, which has no such heading"; return 1; } ;;
    esac
}

run_sessions README.md
run_sessions inputs/guide.md
for document in $(cd "$source" && git ls-files '*.md' 2>/dev/null); do
    for link in $(links "$document"); do
        check_link "$document" "$link" || bad=1
    done
done
exit $bad
