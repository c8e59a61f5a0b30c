#!/bin/sh
# Measure again what tests/bench/results holds: measure.sh PROGRAM [HIGHS]
# HIGHS is the module of npm (node_modules/highs). Takes about two hours on a
# machine that does nothing else; compare figures of one run only.
set -eu
program=$1 here=$(dirname "$0")
flagship=$here/flagship/round.ini
out=$here/results
bench() { # bench FILE ARGUMENTS...
    file=$1
    shift
    python3 "$here/bench.py" "$program" "$@" --csv "$out/$file"
}
bench solvers.csv "$flagship" --scenarios accounts-70 accounts-50 accounts-35 \
    --projects 30 100 300 --seeds 1 2 3 --published mknapcb1.txt:1 mknapcb1.txt:2 mknapcb1.txt:3 \
    ${2:+--highs "$2"}
bench large.csv --projects 1000 --limit 120
bench two-cores.csv "$flagship" --projects 100 300 --seeds 1 2 3 --cores 2
bench growth.csv --projects 30 100 300 1000 --seeds 1 2 3 --gap 1e-3 --alone
