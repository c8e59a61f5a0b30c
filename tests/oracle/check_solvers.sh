#!/bin/sh
# The exported program, solved by HiGHS and CBC, has orefolio's optimum:
#   check_solvers.sh PROGRAM SOURCE_DIR
# The examples and ORE_ROUNDS (10) random rounds, those of an even seed with
# accounts at 15 %, every third with a permit office and open sales of assets
# (add_decisions.py). HiGHS is the program `highs`, or the npm package of
# package-lock.json, installed beside the program; CBC alone is not believed.
set -u
program=$(realpath "$1") source=$(realpath "$2")
here=$source/tests/oracle
need() { command -v "$1" >/dev/null || { echo "no $1"; exit 77; }; }
need python3
need cbc
command -v highs >/dev/null || { need node && need npm; }
modules=$(dirname "$program")/oracle
if ! command -v highs >/dev/null && ! [ -d "$modules/node_modules/highs" ]; then
    mkdir -p "$modules" && cp "$here"/package*.json "$modules" || exit 1
    (cd "$modules" && timeout 120 npm ci --ignore-scripts --no-audit \
        --no-fund >npm.log 2>&1) || { echo "npm cannot install"; exit 77; }
fi
work=$(mktemp -d)
export program here work modules
export PYTHONDONTWRITEBYTECODE=1
cat >"$work/one" <<'END'
seed=$1 money=1
[ $((seed % 2)) = 1 ] || money=0.15
python3 "$here/make_round.py" "$seed" "$work/$seed" $money &&
{ [ $((seed % 3)) != 0 ] || python3 "$here/add_decisions.py" "$seed" "$work/$seed"; } &&
python3 "$here/solvers.py" "$program" "$work/$seed/round.ini" "$work/$seed" \
    "$modules/node_modules/highs" 20 "$work/$seed/stages.json" >"$work/$seed.log" 2>&1 ||
    { cat "$work/$seed.log"; : >"$work/bad.$seed"; }
END
first=${ORE_SEED:-1001}
seq "$first" $((first + ${ORE_ROUNDS:-10} - 1)) |
    xargs -P2 -n1 sh "$work/one"
for example in demo ministerial-2026; do
    [ -f "$source/inputs/$example/round.ini" ] || continue
    python3 "$here/solvers.py" "$program" "$source/inputs/$example/round.ini" \
        "$work/$example" "$modules/node_modules/highs" 15 \
        >"$work/$example.log" 2>&1 || : >"$work/bad.$example"
    cat "$work/$example.log"
done
grep -h 'CBC is wrong' "$work"/*.log
bad=$(find "$work" -maxdepth 1 -name 'bad.*' | wc -l)
echo "$(cat "$work"/*.log | wc -l) programs, $bad disagree"
if [ "$bad" -gt 0 ]; then
    echo "see $work"
    exit 1
fi
rm -rf "$work"
