#!/bin/sh
# Every mistake of tests/bad is refused where it stands: `check` of the case's
# round.ini must print the errors of the case, no others, and end with its exit
# code: 65 for bad input, 66 for a file that is not there.
# tests/bad/README.md has the format of a case. `bad.sh PROGRAM SOURCE_DIR`
program=$1 cases=$2/tests/bad
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
failed=0

unpack() { # unpack CASE: its files to $work/case, its other records beside it
    rm -rf "$work/case" "$work/exit" "$work/errors" && mkdir "$work/case"
    awk -v work="$work" '
        /^--- file /   { out = work "/case/" $3; printf "" >out; next }
        /^--- bytes /  { out = work "/case/" $3 ".bytes"; next }
        /^--- exit /   { print $3 >(work "/exit"); out = ""; next }
        /^--- errors$/ { out = work "/errors"; next }
        /^--- / || out == "" { exit 1 }
        { print >out }' "$1" || return 1
    for bytes in "$work"/case/*.bytes; do
        [ -f "$bytes" ] || continue
        format=$(cat "$bytes"; echo .)
        # shellcheck disable=SC2059
        printf "${format%.}" >"${bytes%.bytes}" && rm "$bytes"
    done
    [ -s "$work/exit" ] && [ -s "$work/errors" ]
}

for case in "$cases"/*.case; do
    unpack "$case" || { echo "$case: not a case"; failed=1; continue; }
    (cd "$work/case" && exec "$program" check round.ini) >/dev/null 2>"$work/said"
    code=$?
    grep ' error: ' "$work/said" >"$work/said.errors"
    if ! cmp -s "$work/errors" "$work/said.errors"; then
        echo "$case: expected (-) and said (+)"
        diff -u "$work/errors" "$work/said.errors"
        failed=1
    fi
    if [ "$code" != "$(cat "$work/exit")" ]; then
        echo "$case: exit code $code, expected $(cat "$work/exit")"
        failed=1
    fi
done
exit $failed
