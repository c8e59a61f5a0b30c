#!/bin/sh
# Capital budgeting of nuclear plants, as LOGOS publishes it:
#   check_logos.sh PROGRAM SOURCE_DIR
# Two cases reach their published net present value. The third is a priority
# list over ten budgets: orefolio values the published set of each budget as
# published, and its own optimum is no worse; the ten optima are those that CBC
# and GLPK prove (published/README.md). `priority` finds a list that is nested
# and no worse in the mean than the published one.
program=$(realpath "$1") here=$(realpath "$2")/tests/oracle/published
command -v python3 >/dev/null || exit 77
export PYTHONDONTWRITEBYTECODE=1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
failed=0

# told NAME CASE [OPTIONS]: "constant published probability value bound"
told() {
    name=$1 case=$2
    shift 2
    python3 "$here/make_logos.py" "$here/logos/$case.xml" "$dir/$name" "$@" >"$dir/$name.told" &&
        "$program" solve "$dir/$name/round.ini" -o "$dir/out.xlsx" --json "$dir/out.json" \
            --quiet --gap 0 --time-limit 3600 &&
        "$program" verify "$dir/$name/round.ini" "$dir/out.json" >/dev/null &&
        python3 -c '
import json, sys
goal = json.load(open(sys.argv[1]))["goals"][0]
print(open(sys.argv[2]).read().strip(), goal["value"], goal["bound"])
' "$dir/out.json" "$dir/$name.told" || {
        echo "$name: no answer" >&2
        return 1
    }
}

told p16 test_p16 >"$dir/selection" &&
    told fy19 use_case_1a_fy19 >>"$dir/selection" &&
    told p16-forced test_p16 --force >>"$dir/selection" &&
    told fy19-forced use_case_1a_fy19 --force >>"$dir/selection" || failed=1
for scenario in 1 2 3 4 5 6 7 8 9 10; do
    told "own-$scenario" test_EE_41_projects --scenario $scenario >>"$dir/own" &&
        told "nested-$scenario" test_EE_41_projects --scenario $scenario --force >>"$dir/nested" || failed=1
done
python3 - "$dir" <<'END' || failed=1
import sys

# The optimum of each budget by itself, in millions.
OPTIMA = [59.919504731, 62.079476079, 63.193349213, 69.390335255, 71.375778625,
          72.214152659, 72.459268340, 74.525328561, 76.162731551, 77.378974061]


def rows(name):
    with open(f"{sys.argv[1]}/{name}", encoding="utf-8") as file:
        return [[float(word) for word in line.split()] for line in file]


def same(a, b):
    return abs(a - b) <= 1e-6 * abs(b)


bad = []
for constant, published, _, value, bound in rows("selection"):
    if not (same(constant + value, published) and
            same(constant + bound, published)):
        bad.append(f"{constant} + {value} (bound {bound}), published {published}")
own, nested = rows("own"), rows("nested")
if len(rows("selection")) != 4 or len(own) != 10 or len(nested) != 10:
    bad.append("a case is missing")
for (_, published, _, value, bound), forced, optimum in zip(own, nested, OPTIMA):
    if not same(forced[3], published):
        bad.append(f"the nested set is worth {forced[3]}, published {published}")
    if value < published * (1 - 1e-9):
        bad.append(f"{value} is below the nested {published}")
    if not (same(value, optimum) and same(bound, optimum)):
        bad.append(f"{value} (bound {bound}), optimum {optimum}")
for name, table, expected in (("published list", nested, 71.7113242),
                              ("ten optima", own, 72.8956349)):
    mean = sum(row[2] * row[3] for row in table)
    if not same(mean, expected):
        bad.append(f"{name}: expected value {mean}, not {expected}")
sys.exit("\n".join(bad) or None)
END

python3 "$here/make_logos.py" "$here/logos/test_EE_41_projects.xml" "$dir/list" --scenario 1 --appropriations >/dev/null &&
    "$program" priority "$dir/list/round.ini" --gap 0 --json "$dir/list.json" --quiet || failed=1
python3 - "$dir/list.json" <<'END' || failed=1
import json
import sys

told = json.load(open(sys.argv[1], encoding="utf-8"))
sets = [set(case["by_the_list"]["projects"]) for case in told["appropriations"]]
if len(sets) != 10 or not all(a <= b for a, b in zip(sets, sets[1:])):
    sys.exit("the list is not nested")
# Written to the dollar.
if told["mean"] < round(71.7113242, 6) or told["bound"] > told["mean"] * (1 + 1e-5):
    sys.exit(f"expected value {told['mean']} (bound {told['bound']}), published 71.7113242")
END
exit $failed
