#!/bin/sh
# Books say no more than their state allows, in every state that a run can end
# in, in every kind of book, in both languages: proven, within the precision asked
# for, stopped, infeasible; solve, compare, frontier, sweep merge, respond. Which
# state a stopped search is in the clock decides: it is read from the result,
# and the book must fit it. states.sh PROGRAM SOURCE_DIR
program=$1 inputs=$2/inputs look=$2/tests/style/states.py
python=
for candidate in python3 /usr/bin/python3; do
    $candidate -c 'import openpyxl' 2>/dev/null && python=$candidate && break
done
[ "$python" ] || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

look() {
    $python "$look" "$@" || failed=1
}

# One run for each language: where a search is stopped they may differ.
solve() { # NAME ROUND OPTIONS...
    name=$1 round=$2
    shift 2
    for language in en ja; do
        "$program" solve "$round" -q --language $language -o "$name-$language.xlsx" \
            --json "$name-$language.json" "$@"
        code=$?
        [ $code -le 3 ] || failed=1
        look solve "$name-$language.json" "$name-$language.xlsx"
    done
}

solve proven "$inputs/demo/round.ini"
solve wide "$2/tests/bench/flagship/round.ini" --gap 0.5 --time-limit 20
solve stopped "$2/tests/bench/flagship/round.ini" --gap 0 --time-limit 2
solve early "$2/tests/bench/flagship/round.ini" --gap 0 --time-limit 0.4

cp "$inputs"/demo/* .
cat >>round.ini <<'END'

[scenario tight]
label = Half the money
budget *.amount = *0.5

[scenario hopeless]
rule oxide-concentration.max_share = 0

[disruption late-ban]
label = A late ban
probability = 0.1
years = 2032-2033
loss = 0.8
of = country:CN material:*

[uncertain account]
label = Accounts
of = budget *.amount
distribution = uniform 0.1 1
END
solve hopeless round.ini --scenario hopeless
for language in en ja; do
    "$program" compare round.ini -q --language $language -o cases.xlsx || failed=1
    look ended - cases.xlsx
    # A result that was stopped among the cases, as a result file says it.
    sed 's/"status": "optimal"/"status": "gap"/' proven-en.json >gap.json
    "$program" compare "$inputs/demo/round.ini" gap.json -q \
        --language $language -o unfinished.xlsx
    [ -f unfinished.xlsx ] && look mixed - unfinished.xlsx || failed=1
    rm -f cases.xlsx unfinished.xlsx
    "$program" frontier round.ini -q --points 4 --language $language -o curve.xlsx ||
        failed=1
    look ended - curve.xlsx
done
"$program" solve round.ini -q --json base.json || failed=1
solve respond round.ini --baseline base.json --respond late-ban
"$program" sweep plan round.ini -o sweep --samples 4 --seed 1 -q &&
    "$program" sweep run sweep -q || failed=1
for language in en ja; do
    "$program" sweep merge sweep -q --language $language -o merged.xlsx || failed=1
    look ended - merged.xlsx
done
exit $failed
