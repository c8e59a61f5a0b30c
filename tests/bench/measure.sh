#!/bin/sh
# Measure again what tests/bench/results holds:
#   measure.sh [-q] [-n RUNS] [-o FOLDER] [-m HIGHS] PROGRAM [NAME...]
# NAMEs are those of the files; all without. -n: medians of so many runs (3).
# -m: the module of npm (node_modules/highs) where no `highs` is installed.
# All takes a night on a machine that does nothing else; compare figures of one
# run only. -q is for tests: a few small rounds for a few seconds, in a minute.
# Exit 1: a solver's bound contradicts a portfolio that orefolio verified.
set -eu
here=$(dirname "$0") quick= runs=3 module=
out=$here/results
while getopts qn:o:m: option; do
    case $option in
    q) quick=1 runs=1 ;;
    n) runs=$OPTARG ;;
    o) out=$OPTARG ;;
    m) module=$OPTARG ;;
    *) exit 64 ;;
    esac
done
shift $((OPTIND - 1))
program=$1
shift
mkdir -p "$out"
raw=$(dirname "$program")/tests/solve_mps
inputs=$here/../../inputs
flagship=$here/flagship/round.ini
scarce="accounts-70 accounts-50 accounts-35"
knapsacks="mknapcb1.txt:1 mknapcb1.txt:2 mknapcb1.txt:3"
status=0
bench() { # bench NAME ARGUMENTS...
    file=$out/$1.csv
    shift
    python3 "$here/bench.py" "$program" "$@" --runs "$runs" \
        ${module:+--highs "$module"} --csv "$file" || status=1
}

flagship() { # shellcheck disable=SC2086
    bench flagship "$flagship" --scenarios $scarce --cores 1 2 --first-goal
}
examples() {
    bench examples "$inputs/ministerial-2026/round.ini" \
        "$inputs/eu-2026/round.ini" --cores 1 2 --first-goal
}
generated() {
    bench generated --projects 30 100 300 --money 1 0.1 --seeds 1 2 3 --first-goal
}
knapsacks() { # shellcheck disable=SC2086
    bench knapsacks --published $knapsacks --raw "$raw" $knapsacks --first-goal
}
large() { bench large --projects 1000 --money 1 0.1 --limit 120 --first-goal; }
growth() {
    bench growth --projects 30 100 300 1000 --seeds 1 2 3 --gap 1e-3 --alone
}
studies() {
    python3 "$here/studies.py" "$program" --jobs 1 2 --csv "$out/studies.csv" ||
        status=1
}

if [ -n "$quick" ]; then
    bench bench "$inputs/demo/round.ini" --projects 10 --money 1 0.1 \
        --cores 1 2 --limit 2 --first-goal
    python3 "$here/studies.py" "$program" --quick --csv "$out/studies.csv" ||
        status=1
    exit $status
fi
[ $# -gt 0 ] || set -- flagship examples generated knapsacks large growth studies
for name; do
    "$name"
done
exit $status
