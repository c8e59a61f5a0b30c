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

# Every point of value against outlays of the nine projects: the seven of
# Lorie and Savage's figures, and none of the projects.
every_point() {
    round=$dir/lorie-savage.csv-1
    "$program" frontier "$round/round.ini" -o "$round/frontier.xlsx" \
        --json "$round/frontier.json" --points all --quiet &&
        python3 -c '
import csv, itertools, json, sys
rows = list(csv.DictReader(open(sys.argv[1])))
keys = ("present_value", "outlay_year_1", "outlay_year_2")
best, most = [], -1
sums = [[sum(int(row[key]) for row in chosen) for key in keys]
        for n in range(10) for chosen in itertools.combinations(rows, n)]
for value, first, second in sorted(sums, key=lambda s: (s[1] + s[2], -s[0])):
    if first <= 50 and second <= 20 and value > most:
        best.append((first + second, value))
        most = value
frontier = json.load(open(sys.argv[2]))["frontier"]
found = [(round(p["over"], 6), round(p["value"], 6)) for p in frontier["points"]]
if not frontier["is_complete"] or found != best or len(best) != 8:
    sys.exit(f"points {found}, by addition {best}")
' "$here/lorie-savage.csv" "$round/frontier.json" || failed=1
}

check lorie-savage.csv 1
every_point
for number in 1 2 3 4 5 6 7 8; do check weing.txt $number; done
for number in 1 2 3 4 5 6 7; do check mknap1.txt $number; done
check mknapcb1.txt 1 24381
check mknapcb1.txt 2 24274
exit $failed
