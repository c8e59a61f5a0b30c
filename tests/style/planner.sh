#!/bin/sh
# Every planner's file of tests/planner is read as the plain round, or refused
# with the message that verdicts gives: none is read wrongly.
# planner.sh PROGRAM SOURCE_DIR
program=$1
here=$2/tests/planner
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
failed=0

fail() { # fail WORDS: the case in hand, and what is wrong with it
    printf '%s: %s\n' "$name" "$1"
    failed=1
}

# What was read: all of `check` and of the result but for names of files.
shown() {
    "$program" check round.ini 2>said | grep -v '^file '
    "$program" solve round.ini -q --no-timings --json - 2>/dev/null |
        sed '/"inputs": \[/,/^ *\],\{0,1\}$/d'
}

for plain in "$here"/plain/*/; do
    cp -r "$plain" "$dir/$(basename "$plain")"
    (cd "$dir/$(basename "$plain")" && shown >../"$(basename "$plain").shown"
        [ ! -s said ]) || { name=$plain; fail 'a plain round has messages'; }
done

tab=$(printf '\t')
for folder in "$here"/cases/*/; do
    name=$(basename "$folder")
    lines=$(grep "^$name$tab" "$here/verdicts") || { fail 'no verdict'; continue; }
    like=$(printf '%s\n' "$lines" | head -n 1 | cut -f 2)
    verdict=$(printf '%s\n' "$lines" | head -n 1 | cut -f 3)
    rm -rf "$dir/case"
    cp -r "$here/plain/$like" "$dir/case"
    cp -r "$folder/." "$dir/case"
    cd "$dir/case" || exit 1
    "$program" check round.ini >out 2>said
    code=$?
    case $verdict$code in
    read0)
        shown >../case.shown
        cmp -s ../case.shown "../$like.shown" ||
            fail "read otherwise: $(diff "../$like.shown" ../case.shown | head -n 4)"
        ;;
    warned0)
        "$program" check round.ini --strict >out 2>&1
        [ $? = 65 ] || fail 'no warning: --strict takes it'
        ;;
    told0 | refused65 | refused66) ;;
    *) fail "expected $verdict, exit code $code" ;;
    esac
    printf '%s\n' "$lines" | cut -f 4 | grep -vx -- - >wanted
    cmp -s wanted said || fail "expected
$(cat wanted)
but it said
$(cat said)"
done
exit $failed
