#!/bin/sh
# Every mistake of tests/bad is refused where it stands: `check` must print the
# errors in `expected`, no others, and end with the exit code of bad input (65)
# or of a file that is not there (66).
# bad.sh PROGRAM SOURCE_DIR
program=$1
failed=0

for folder in "$2"/tests/bad/*/; do
    said=$(cd "$folder" && "$program" check round.ini 2>&1 >/dev/null)
    code=$?
    errors=$(printf '%s\n' "$said" | grep ' error: ')
    if [ "$errors" != "$(cat "$folder/expected")" ]; then
        printf '%s: expected\n%s\nbut it said\n%s\n' "$folder" \
            "$(cat "$folder/expected")" "$errors"
        failed=1
    fi
    case $code in
    65 | 66) ;;
    *)
        echo "$folder: exit code $code, expected 65 or 66"
        failed=1
        ;;
    esac
done
exit $failed
