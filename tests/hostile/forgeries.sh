#!/bin/sh
# Result files that say what the round and the portfolio do not, and rounds that
# have changed since. forgeries.sh PROGRAM SOURCE_DIR
program=$1 source=$2
command -v python3 >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
failed=0

fail() {
    echo "$*"
    failed=1
}

for round in "$source/inputs/demo" "$source/tests/cases/checks-hold"; do
    cp -r "$round/." "$dir" && cd "$dir" || exit 1
    "$program" solve round.ini --quiet --json result.json || exit 1
    "$program" verify round.ini result.json >said || fail "$round: not verified"
    grep -q 'portfolio verified; bound not checked' said || fail "$(cat said)"
    python3 "$source/tests/hostile/forgeries.py" "$program" round.ini \
        result.json || failed=1
done

# A round that has changed: refused, or verified as it is now.
sed -i 's/^name = .*/name = Renamed/' round.ini
"$program" verify round.ini result.json >said 2>&1
[ $? = 65 ] || fail "a changed round: $(cat said)"
grep -q "'round.ini' has changed since the run" said || fail "$(cat said)"
"$program" verify round.ini result.json --changed-inputs >said 2>&1
[ $? = 4 ] || fail "a changed name: $(cat said)"
echo '; a comment' >>round.ini
"$program" solve round.ini --quiet --json result.json || exit 1
echo '; another' >>round.ini
"$program" verify round.ini result.json --changed-inputs >said 2>&1 ||
    fail "a comment more: $(cat said)"
grep -q "warning: 'round.ini' has changed" said || fail "$(cat said)"
exit $failed
