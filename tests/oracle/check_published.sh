#!/bin/sh
# Published capital-budgeting problems reach their published optima:
#   check_published.sh PROGRAM SOURCE_DIR
# Every problem of published/ is written as a round, solved to proven
# optimality, and its answer verified.
program=$(realpath "$1") here=$(realpath "$2")/tests/oracle/published
command -v python3 >/dev/null || exit 77
export PYTHONDONTWRITEBYTECODE=1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
failed=0

check() { # check FILE NUMBER [OPTIMUM, where the file has none]
    round=$dir/$1-$2
    optimum=$(python3 "$here/make_round.py" "$here/$1" "$2" "$round") &&
        optimum=${3:-$optimum} &&
        "$program" solve "$round/round.ini" -o "$round/out.xlsx" \
            --json "$round/out.json" --quiet --gap 0 --time-limit 3600 &&
        "$program" verify "$round/round.ini" "$round/out.json" >/dev/null &&
        python3 -c '
import json, sys
goal, optimum = json.load(open(sys.argv[1]))["goals"][0], float(sys.argv[2])
for key in ("value", "bound"):
    if abs(goal[key] - optimum) > 1e-6 * optimum:
        sys.exit(f"{key} {goal[key]}, published {optimum}")
' "$round/out.json" "$optimum" || {
        echo "$1 problem $2 does not reach its published optimum"
        failed=1
    }
}

check lorie-savage.csv 1
for number in 1 2 3 4 5 6 7 8; do check weing.txt $number; done
for number in 1 2 3 4 5 6 7; do check mknap1.txt $number; done
check mknapcb1.txt 1 24381
check mknapcb1.txt 2 24274
exit $failed
