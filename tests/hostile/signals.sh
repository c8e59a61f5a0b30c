#!/bin/sh
# Stopped by a time limit or by Ctrl-C, orefolio writes the best verified
# portfolio it has (exit 1), or says that it has none (exit 3), and never leaves
# half a file. Whatever the machine's speed: no time decides here.
orefolio=$1 round=$2/inputs/ministerial-2026/round.ini
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
bad=0
complain() { echo "$1"; bad=1; }

judge() { # judge NAME EXIT FILE
    case $2 in
    0 | 1)
        "$orefolio" verify "$round" "$scratch/$3.json" --quiet || complain "$1: the portfolio does not verify"
        [ -s "$scratch/$3.xlsx" ] || complain "$1: no workbook" ;;
    3) [ ! -e "$scratch/$3.xlsx" ] || complain "$1: a workbook without a portfolio" ;;
    *) complain "$1: exit $2, expected 0, 1 or 3" ;;
    esac
    ls -A "$scratch" | grep -q '\.tmp' && complain "$1: a temporary file is left"
}

for limit in 0.01 1 6; do
    "$orefolio" solve "$round" --quiet --time-limit $limit -o "$scratch/t.xlsx" --json "$scratch/t.json" 2>/dev/null
    judge "time limit $limit s" $? t
    rm -f "$scratch"/*
done
for delay in 0.2 4 9; do
    "$orefolio" solve "$round" --quiet -o "$scratch/s.xlsx" --json "$scratch/s.json" 2>/dev/null &
    pid=$!
    sleep $delay
    kill -TERM $pid 2>/dev/null
    wait $pid
    judge "stopped after $delay s" $? s
    rm -f "$scratch"/*
done
# Between the re-solves of --trade-offs too: what is not asked says so.
"$orefolio" solve "$round" --quiet --time-limit 2 --trade-offs -o "$scratch/r.xlsx" --json "$scratch/r.json" 2>/dev/null &
pid=$!
sleep 5
kill -TERM $pid 2>/dev/null
wait $pid
judge "stopped while re-solving" $? r
[ ! -e "$scratch/r.json" ] || grep -q '"not asked"' "$scratch/r.json" || complain "stopped while re-solving: all is asked"
rm -f "$scratch"/*
echo old >"$scratch/k.xlsx"
for delay in 0.05 0.1 0.2 0.4; do
    "$orefolio" solve "$2/inputs/demo/round.ini" --quiet -o "$scratch/k.xlsx" 2>/dev/null &
    pid=$!
    sleep $delay
    kill -KILL $pid 2>/dev/null
    wait $pid 2>/dev/null
    [ "$(cat "$scratch/k.xlsx")" = old ] || unzip -tqq "$scratch/k.xlsx" || complain "killed after $delay s: a broken workbook"
done
exit $bad
