#!/bin/sh
# What no sweep.json should be: refused with its place, before anything is read
# or written outside of the folder. sweep.sh PROGRAM SOURCE_DIR
program=$1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

cp "$2"/inputs/demo/* .
"$program" sweep plan round.ini -o good -q --samples 2 || exit 1
mkdir -p bad/results

# expect CODE WORDS SED: `sweep run` of the good file, changed so.
expect() {
    sed "$3" good/sweep.json >bad/sweep.json
    said=$( (ulimit -v 1500000; timeout 200 "$program" sweep run bad 2>&1) </dev/null)
    code=$?
    if [ "$code" != "$1" ] || ! printf '%s' "$said" | grep -q -- "$2"; then
        printf '%s: expected code %s and "%s", got %s:\n%s\n' \
            "$3" "$1" "$2" "$code" "$(printf '%s' "$said" | head -n 5)"
        failed=1
    fi
}

expect 65 "unknown id '../../0001'" 's|"id": "0001"|"id": "../../0001"|'
expect 65 "unknown id ''" 's|"id": "0001"|"id": ""|'
expect 65 "unknown family 'rounds'" 's|"family": "round"|"family": "rounds"|'
expect 65 "unknown format" 's|orefolio-sweep/1|orefolio-sweep/2|'
expect 65 "the round itself as the first point" 's|"family": "round"|"family": "sample"|'
expect 65 "ADDRESS=VALUE" 's|"sets": \[\]|"sets": [7]|'
expect 65 "expected ADDRESS=VALUE" 's|"sets": \[\]|"sets": ["nonsense"]|'
expect 65 "draw is 3, expected 1 to 2" 's|"draw": 2|"draw": 3|'
expect 65 "draw is 0, expected 1 to 2" 's|"draw": 2|"draw": 0|'
expect 65 "draw" 's|"draw": 2|"draw": "x"|'
expect 65 "sets" 's|"draw": 2|"drew": 2|'
expect 65 "sweep.json:" '5,$d'
expect 65 "has changed" 's|"sha256": "....|"sha256": "0000|'
expect 65 "id '0001' comes twice" 's|"id": "0002"|"id": "0001"|'
expect 65 "samples is -5" 's|"samples": 2|"samples": -5|'
expect 65 "seed is -1" 's|"seed": [0-9]*|"seed": -1|'
expect 66 "nowhere.ini" 's|"round": "[^"]*"|"round": "../nowhere.ini"|'
[ -z "$(ls bad/results)" ] || { echo "something was solved"; failed=1; }

# What is not known in the time is not told as impossible, and tried again. Where
# a moment is enough, there are scores.
"$program" sweep plan "$2/tests/bench/flagship/round.ini" -o slow -q --samples 0 || exit 1
limit_s=4
until [ -s slow/results/0001.json ] || [ $limit_s -gt 2000 ]; do
    "$program" sweep run slow -q --shard 1/99 --gap 0.9 --time-limit $limit_s
    limit_s=$((4 * limit_s))
done
"$program" sweep score slow --shard 2/99 --time-limit 0.01 >told
code=$?
case $code in
0) [ -n "$(ls slow/scores)" ] ;;
1) grep -q 'not known in the time' told && [ -z "$(ls slow/scores)" ] ;;
*) false ;;
esac || {
    echo "a score without an answer: code $code, $(cat told)"
    failed=1
}

# As many samples as there may be: every command reads what was planned.
"$program" sweep plan round.ini -o many -q --samples 9000 || failed=1
"$program" sweep status many | grep -q '^sample *9000 .* 9000$' || { echo "9000 samples are not read"; failed=1; }
"$program" sweep run many -q --shard 1/9999 && "$program" sweep merge many --json many.json -q
[ $? = 1 ] && [ -s many.json ] || { echo "9000 samples are not run"; failed=1; }

# What killed runs left of theirs is removed.
: >"good/results/.orefolio-$(hostname)-0123.tmp"
"$program" sweep run good -q --shard 2/99
[ -z "$(find good -name '.orefolio*')" ] || { echo "a temporary file is left"; failed=1; }

# A link in place of a result is not followed to write.
: >target
ln -s ../../target good/results/0001.json
"$program" sweep run good -q
[ -s target ] && { echo "wrote through a link"; failed=1; }
exit $failed
