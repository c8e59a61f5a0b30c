#!/bin/sh
# orefolio against brute force in exact fractions on ORE_ROUNDS (100) small
# rounds, from seed ORE_SEED (1) on: check_brute.sh PROGRAM SOURCE_DIR
set -u
program=$(realpath "$1") here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
export program here work
export PYTHONDONTWRITEBYTECODE=1
cat >"$work/one" <<'END'
python3 "$here/brute.py" "$program" "$1" "$work/$1" >"$work/$1.log" 2>&1 &&
    rm -rf "${work:?}/$1" && exit
cat "$work/$1.log"
: >"$work/bad.$1"
END
first=${ORE_SEED:-1} rounds=${ORE_ROUNDS:-100}
seq "$first" $((first + rounds - 1)) | xargs -P2 -n1 sh "$work/one"
bad=$(find "$work" -maxdepth 1 -name 'bad.*' | wc -l)
echo "$((rounds - bad)) of $rounds rounds agree with brute force," \
    "$(cat "$work"/*.log | grep -c 'brute force None') of all infeasible"
if [ "$bad" -gt 0 ]; then
    echo "see $work"
    exit 1
fi
rm -rf "$work"
