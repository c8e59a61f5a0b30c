#!/bin/sh
# The bench runs on small rounds, no solver contradicts what was verified, and
# every column that it writes is told in its README: bench.sh PROGRAM SOURCE_DIR
set -u
bench=$2/tests/bench
command -v python3 >/dev/null || exit 77
export PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
fail() {
    echo "$1; see $work"
    exit 1
}
python3 - "$bench" <<'END' || fail "a contradiction goes unnoticed"
import sys
sys.path.insert(0, sys.argv[1])
from report import contradictions
from track import Track


def run(best, bound, verified=None):
    track = Track(60)
    track.note(best, bound)
    track.verified = verified
    return [track]


for best, bound, wrong in ((100, 100.00005, 0), (100, 100.001, 1),
                           (-100, -100, 0), (-100, -99.99, 1), (0, 1e-5, 1)):
    told = contradictions("round", {"orefolio": run(best, None, best),
                                    "other": run(None, bound)})
    assert len(told) == wrong, (best, bound, told)
assert not contradictions("round", {"orefolio": run(None, 1), "other": run(1, 2)})
END
sh "$bench/measure.sh" -q -o "$work" "$1" >"$work/log" 2>&1 ||
    { cat "$work/log"; fail "the bench fails"; }
for file in bench studies; do
    [ "$(wc -l <"$work/$file.csv")" -gt 6 ] || fail "$file.csv has too few rows"
    for column in $(head -n 1 "$work/$file.csv" | tr , ' '); do
        case $column in # README: "others", the phases of orefolio
        cuts_s | root_lp_s | heuristics_s | branch_and_bound_s | polishing_s | \
            explaining_s | reading_s | building_s | verifying_s | writing_s) ;;
        *) grep -q "\`$column\`" "$bench/results/README.md" ||
            fail "results/README.md does not tell of $column" ;;
        esac
    done
done
rm -rf "$work"
